import { spawn } from 'node:child_process';
import { describeError } from '../base/system-error.ts';

/**
 * The program that opens an address or a file in the system’s default program. None of them is a shell: an ampersand in
 * an address would start another command there.
 */
export function outsideOpener(platform: NodeJS.Platform, target: string): [program: string, ...words: string[]] {
  if (platform === 'darwin') return ['open', target];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', target];
  return ['xdg-open', target];
}

/** Opens it, detached from this program. Rejects with a sentence if the system can’t. */
export function openOutside(platform: NodeJS.Platform, target: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const [program, ...words] = outsideOpener(platform, target);
  const failed = (why: string): void => reject(new Error(`${target} can’t be opened: ${program}: ${why}.`));
  const child = spawn(program, words, { detached: platform !== 'win32', stdio: 'ignore', windowsHide: true });
  child.once('error', (error) => failed(describeError(error)));
  child.once('exit', (code) => {
    if (code === 0 || code === null) resolve();
    else failed(`it quit with ${code}`);
  });
  child.unref();
  return promise;
}

/** The address of a link that may be opened in the system’s browser or mail program; null for all others. */
export function outsideLink(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null) return null;
  return parsed.protocol === 'https:' || parsed.protocol === 'mailto:' ? parsed.href : null;
}
