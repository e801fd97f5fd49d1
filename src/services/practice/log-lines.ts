import type { FileHandle } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
/** A thousand times a usual run. Anything longer isn’t a line of this log, and isn’t kept in memory. */
export const longestLineBytes = 1024 * 1024;
export const newline = 10;

/**
 * Reads a file’s complete lines from a byte on, a chunk at a time, and calls `onLine` with each, without its end; with
 * null for one that is too long. Returns the byte after the last line’s end.
 */
export async function readLogLines(
  handle: FileHandle,
  fromByte: number,
  onLine: (line: string | null) => void,
): Promise<number> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let begun: Buffer = Buffer.alloc(0);
  let tooLong = false;
  let endByte = fromByte;
  for (let position = fromByte; ;) {
    const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return endByte;
    const chunk = buffer.subarray(0, bytesRead);
    const last = chunk.lastIndexOf(newline);
    if (last !== -1) {
      const [first = '', ...others] = Buffer.concat([begun, chunk.subarray(0, last)])
        .toString('utf8')
        .split('\n');
      onLine(tooLong ? null : first);
      for (const line of others) onLine(line);
      endByte = position + last + 1;
    }
    begun = Buffer.concat([last === -1 && !tooLong ? begun : Buffer.alloc(0), chunk.subarray(last + 1)]);
    tooLong = (last === -1 && tooLong) || begun.length > longestLineBytes;
    if (tooLong) begun = Buffer.alloc(0);
    position += bytesRead;
  }
}

/** The bytes from one place in a file to another; fewer if it ends before. */
export async function readBytes(handle: FileHandle, fromByte: number, toByte: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, toByte - fromByte));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, fromByte + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
