import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';

/**
 * A port for a server that stops and starts again on it. A port that the system chose may belong to somebody else by
 * then; it chooses from 32768 up (on Linux, elsewhere from higher), so this one is below.
 */
export async function keptPort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return keptPort();
  }
  server.close();
  await once(server, 'close');
  return port;
}
