/** One size of an icon. */
export interface IconImage {
  /** Pixels a side. */
  size: number;
  /** A PNG file. */
  png: Buffer;
}

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/**
 * A Windows icon of PNG images, which Windows reads since Vista. Throws for a size that the format can't name.
 * Format: learn.microsoft.com, "The format of icon resources".
 */
export function icoOf(images: readonly IconImage[]): Buffer {
  const head = Buffer.alloc(icoHeaderBytes + icoEntryBytes * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of images.entries()) {
    if (size > 256) throw new Error(`A Windows icon holds at most 256 pixels a side, not ${size}.`);
    const at = icoHeaderBytes + icoEntryBytes * index;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** The types of a macOS icon that hold a PNG, by its pixels a side; two where one is a smaller icon at double density. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

export const icnsSizes: readonly number[] = Object.keys(icnsTypes).map(Number);

/** A macOS icon of PNG images. Throws for a size that the format has no type for. */
export function icnsOf(images: readonly IconImage[]): Buffer {
  const parts = images.flatMap(({ size, png }) => {
    const types = icnsTypes[size];
    if (types === undefined) throw new Error(`A macOS icon has no type for ${size} pixels a side.`);
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(parts));
}

/** Four letters, the length of all of it, the content. */
function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
