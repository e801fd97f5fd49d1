import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** Text of this size takes days to tell. A zip bomb unpacks to gigabytes. */
const largestUnpackedBytes = 64 * 1024 * 1024;

/** A Word document has a few dozen parts, and one for each picture. */
const mostParts = 2000;

const damaged = 'isn’t a Word document, or is damaged. Open it in your word processor and save it as .docx again';

/**
 * The text of a Word document as Markdown, without its pictures. Reads nothing but these bytes. Rejects with the second
 * half of a sentence if it isn’t one, is encrypted, or unpacks to more than 64 MiB.
 */
export async function docxToMarkdown(bytes: Buffer): Promise<string> {
  checkParts(bytes);
  const html = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    )
    .catch((error: unknown) => {
      throw new Error(damaged, { cause: error });
    });
  return htmlToMarkdown(html.value);
}

/** The signatures and sizes of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
const endSignature = 0x06_05_4b_50;
const partSignature = 0x02_01_4b_50;
const endBytes = 22;
const longestComment = 0xff_ff;

/** How Office files begin that are old, or encrypted with a password. */
const oldOfficeFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Unpacks every part once, to no more than the size that the archive states for it, so that whatever reads them
 * afterwards needs no more memory than that. Throws the second half of a sentence.
 */
function checkParts(bytes: Buffer): void {
  if (bytes.subarray(0, oldOfficeFile.length).equals(oldOfficeFile)) {
    throw new Error('has a password, or is from an old Word. Open it in Word and save it as .docx without a password');
  }
  let unpacked = 0;
  for (const { packed, size, isDeflated } of partsOf(bytes)) {
    unpacked += size;
    if (unpacked > largestUnpackedBytes) throw new Error('unpacks to more than 64 MiB, so Offbook doesn’t read it');
    if (isDeflated) unpack(packed, size);
    else if (packed.length !== size) throw new Error(damaged);
  }
}

function unpack(packed: Buffer, size: number): void {
  try {
    inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new Error(damaged, { cause: error });
  }
}

interface Part {
  packed: Buffer;
  /** Unpacked, as the archive states it. */
  size: number;
  isDeflated: boolean;
}

function partsOf(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end < bytes.length - endBytes - longestComment) throw new Error(damaged);
  try {
    if (bytes.readUInt32LE(end) !== endSignature) throw new Error(damaged);
    const count = bytes.readUInt16LE(end + 10);
    if (count > mostParts) throw new Error(damaged);
    const parts: Part[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      parts.push(partAt(bytes, at));
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return parts;
  } catch (error) {
    // An offset that leads out of the file.
    if (error instanceof RangeError) throw new Error(damaged, { cause: error });
    throw error;
  }
}

function partAt(bytes: Buffer, at: number): Part {
  if (bytes.readUInt32LE(at) !== partSignature) throw new Error(damaged);
  const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (isEncrypted) throw new Error('is encrypted. Save it without a password');
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  const method = bytes.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new Error(damaged);
  return { packed, size: bytes.readUInt32LE(at + 24), isDeflated: method === 8 };
}
