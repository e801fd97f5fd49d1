/** One size of an icon. */
export interface IconImage {
  /** Width and height in pixels. */
  size: number;
  /** A PNG file. */
  png: Buffer;
}

const icoHeaderBytes = 6;
const icoEntryBytes = 16;

/**
 * A Windows icon of PNG images, which Windows has read since Vista. Throws for a size that the format doesn't have.
 * Format: learn.microsoft.com, "The format of icon resources".
 */
export function icoOf(images: readonly IconImage[]): Buffer {
  const head = Buffer.alloc(icoHeaderBytes + icoEntryBytes * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of images.entries()) {
    if (size > 256) throw new Error(`A Windows icon can be 256 pixels wide at most, not ${size}.`);
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

/** The types of a macOS icon for PNGs, by width in pixels; two if one of them is a smaller icon at double density. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

export const icnsSizes: readonly number[] = Object.keys(icnsTypes).map(Number);

/** A macOS icon of PNG images. Throws for a size without a type. */
export function icnsOf(images: readonly IconImage[]): Buffer {
  const parts = images.flatMap(({ size, png }) => {
    const types = icnsTypes[size];
    if (types === undefined) throw new Error(`A macOS icon has no type for a width of ${size} pixels.`);
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(parts));
}

/** Four letters, the total length, the content. */
function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
