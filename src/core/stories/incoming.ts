/*
 * Stories on their way into a person’s folder: pasted, dropped, or made from a template. They become Markdown files; what
 * they came from is never written to.
 */

/** How a document is given: as text, or a Word document’s bytes in Base64. */
export const documentFormats = ['markdown', 'html', 'docx'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

/** A story file can’t be larger: Offbook wouldn’t read it. */
export const largestStoryBytes = 1024 * 1024;

/** The largest Word document or page of HTML that is read. Without pictures, a hundred stories need a tenth of it. */
export const largestDocumentBytes = 5 * 1024 * 1024;

/** How many documents are taken at once, and how much text of theirs is kept at once; more of them are a folder. */
export const mostDocuments = 50;
export const largestSaveBytes = 6 * 1024 * 1024;

/** Names that Windows keeps for devices. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** Code points of a name: with four bytes for each and a number after it, every file system can store it. */
const longestName = 60;

/** A name for a new file, without its extension and without what a system doesn’t allow in names. Never empty. */
export function plainFileName(wanted: string): string {
  const plain = wanted
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[.\s]+|[.\s]+$/gu, '');
  const short = Array.from(plain).slice(0, longestName).join('').trim();
  if (short === '') return 'Stories';
  return deviceName.test(short) ? `${short} stories` : short;
}

/** A name for pasted text: its first heading, else its first words. */
export function nameOfPasted(markdown: string): string {
  const lines = markdown.split('\n').map((line) => line.trim());
  const heading = lines.find((line) => /^#{1,6}\s+\S/u.test(line));
  const first = heading ?? lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? '';
  return plainFileName(first.replaceAll(/^[#>\-+\d.)\s]+|[*_`\\]/gu, ''));
}

/**
 * Whether plain text is Markdown already. Editors of code copy it with its colours as HTML, which would turn its marks
 * into text.
 */
export function isMarkdown(text: string): boolean {
  return /^(?:#{1,6} \S|> |---$|\*\*[^*\n]+\*\*)/mu.test(text);
}

/** Whether HTML has more to it than its text: headings, lists, tables or bold words. */
export function isRichText(html: string): boolean {
  return /<(?:h[1-6]|li|table|b|strong)\b|font-weight:\s*(?:bold|[6-9]00)|MsoListParagraph/iu.test(html);
}

/**
 * A first story to write over. Its lines are begun as one tells them: the reader takes an explanation of what belongs
 * where for a legend.
 */
export const storyTemplate = `# My stories

## Tell me about a time when you …

S: Last year at … we had …

T: I had to … by …

A: First I … Then I …

R: In the end … from … to …
`;
