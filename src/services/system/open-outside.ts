import { spawn } from 'node:child_process';
import { reasonOf } from '../base/system-error.ts';

/**
 * The program that opens an address or a file in whatever the system has for it. None of them is a shell: an
 * ampersand in an address would begin another command there.
 */
export function outsideOpener(platform: NodeJS.Platform, target: string): [program: string, ...words: string[]] {
  if (platform === 'darwin') return ['open', target];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target];
  return ['xdg-open', target];
}

/** Opens it, apart from this program. Rejects with a sentence where the system has nothing for it. */
export function openOutside(platform: NodeJS.Platform, target: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const [program, ...words] = outsideOpener(platform, target);
  const failed = (why: string): void => reject(new Error(`${target} can't be opened: ${program}: ${why}.`));
  const child = spawn(program, words, { detached: platform !== 'win32', stdio: 'ignore', windowsHide: true });
  child.once('error', (error) => failed(reasonOf(error)));
  child.once('exit', (code) => {
    if (code === 0 || code === null) resolve();
    else failed(`it ended with ${code}`);
  });
  child.unref();
  return promise;
}
