import type { Result } from '../../core/contract/contract.ts';

/** What the program takes: far more than all settings need. In bytes. */
const mostBytes = 1024 * 1024;

/** The text of a file that somebody chose to take settings from; else a sentence that says why not. */
export async function readImportFile(file: File): Promise<Result<string>> {
  const nothing = 'Nothing was changed. Choose a file that Offbook exported.';
  if (file.size > mostBytes) {
    return { ok: false, error: `${file.name} is far too big to be settings. ${nothing}` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { ok: true, value: text };
  } catch (error) {
    // A TypeError is the decoder's word for bytes that aren't text.
    const why = error instanceof TypeError ? 'is not a text file' : 'couldn’t be read';
    return { ok: false, error: `${file.name} ${why}. ${nothing}` };
  }
}
