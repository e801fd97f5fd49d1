/** What a file's bytes turned out to be. `line` is where the first wrong byte stands, 1-based. */
export type Decoded = { ok: true; text: string } | { ok: false; code: 'not-utf8' | 'binary'; line: number };

/** Bytes as text, if they are UTF-8 (with or without a byte-order mark) and no program's data. */
export function decodeText(bytes: Uint8Array): Decoded {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { ok: false, code: 'binary', line: lineAt(bytes, nul) };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The decoder says only that it failed; the line is found by the parts that decode.
    return { ok: false, code: 'not-utf8', line: firstBadLine(bytes) };
  }
}

/** A line feed is one byte in UTF-8 and part of no other character, so each line can be decoded by itself. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}
