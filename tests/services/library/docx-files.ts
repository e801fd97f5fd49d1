import { crc32, deflateRawSync } from 'node:zlib';

/** What the parts of an archive state about themselves, in place of the truth. */
interface Claims {
  /** The size of each part unpacked, in bytes. */
  size?: number;
  flags?: number;
}

/** A ZIP archive of some parts, deflated. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, { size, flags = 0 }: Claims = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const named = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size ?? data.length, 18);
    facts.writeUInt16LE(named.length, 22);
    locals.push(Buffer.from('504b0304', 'hex'), facts, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.from('504b01021400', 'hex'), facts, rest, named);
    offset += 4 + facts.length + named.length + packed.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('504b0506', 'hex'), end]);
}

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word document with this body: paragraphs and tables in WordprocessingML. */
export function docxParts(body: string): Record<string, string> {
  const styles = ['Title', 'heading 1', 'heading 2']
    .map((name, index) => {
      const id = index === 0 ? 'Title' : `Heading${index}`;
      return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    })
    .join('');
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}">${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  };
}

/** A paragraph of pieces; those between asterisks are bold. */
export function paragraph(text: string, properties = ''): string {
  const runs = text
    .split('*')
    .map((piece, index) => {
      const bold = index % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : '';
      return `<w:r>${bold}<w:t xml:space="preserve">${piece}</w:t></w:r>`;
    })
    .join('');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

function heading(text: string, level: number): string {
  return paragraph(text, `<w:pStyle w:val="Heading${level}"/>`);
}

function bullet(text: string): string {
  return paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A bakery’s two stories, as somebody writes them in a word processor. */
export const bakeryDocx: Buffer = zipOf(
  docxParts(
    heading('Ownership', 1) +
      heading('The oven that smoked', 2) +
      paragraph('*Situation:* The oven smoked &amp; nobody knew why.') +
      paragraph('*Task:* Bake 400 loaves by six.') +
      paragraph('*Action:* I rang the sweep.') +
      bullet('I opened the flue') +
      bullet('I baked in two rounds') +
      paragraph('*Result:* 380 loaves by six.') +
      heading('Curiosity', 1) +
      heading('The starter that died', 2) +
      table([
        ['Situation', 'The starter died'],
        ['Task', 'Bread on Monday'],
        ['Action', 'I borrowed one'],
        ['Result', 'Bread on Monday'],
      ]),
  ),
);
