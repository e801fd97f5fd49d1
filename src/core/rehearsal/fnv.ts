/** The 64-bit FNV-1a of RFC 9923: offset basis 0xcbf29ce484222325, prime 2^40 + 2^8 + 0xb3. */
const basisHigh = 0xcbf29ce4;
const basisLow = 0x84222325;
const primeLow = 0x1b3;
const wordSize = 2 ** 32;

/**
 * A text's 64-bit FNV-1a over its UTF-8 bytes, as 16 hexadecimal digits. It tells texts apart; it keeps nothing
 * secret. The two halves are kept as plain numbers, which is exact: no product goes beyond 2^53.
 */
export function fnv1a64(text: string): string {
  let high = basisHigh;
  let low = basisLow;
  for (const byte of utf8(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * primeLow;
    // The prime's 2^40 moves the low half up by 40 bits: by 8 within the high half.
    high = (high * primeLow + Math.floor(product / wordSize) + low * 256) % wordSize;
    low = product % wordSize;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}

function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) yield point;
    else if (point < 0x800) yield* [0xc0 | (point >> 6), tail(point)];
    else if (point < 0x10000) yield* [0xe0 | (point >> 12), tail(point >> 6), tail(point)];
    else yield* [0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point)];
  }
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
