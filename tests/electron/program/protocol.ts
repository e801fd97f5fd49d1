import type { CustomScheme, Protocol } from 'electron';
import { onlyWhenReady, standInApp } from './app.ts';
import { offer } from './link.ts';
import { recorded } from './record.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Map<string, CustomScheme>();
const handlers = new Map<string, Handler>();

export const protocol = recorded('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    if (standInApp.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    privileged.clear();
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme);
  },
  handle: (scheme, handler) => {
    onlyWhenReady('protocol.handle can only be used after app is ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme) => void handlers.delete(scheme),
} satisfies Partial<Protocol>);

/**
 * Throws where a page of this address would be something else under Electron than what the stand-in makes
 * of it: own schemes become https, so they must be standard and secure.
 */
export function mayLoad(url: string): void {
  const scheme = new URL(url).protocol.slice(0, -1);
  if (scheme === 'about' || scheme === 'https' || scheme === 'http') return;
  const { standard, secure } = privileged.get(scheme)?.privileges ?? {};
  if (standard !== true || secure !== true) {
    throw new Error(`The stand-in loads pages of standard and secure schemes only, which "${scheme}" is not.`);
  }
}

offer({
  request: async ({ url, method, headers }) => {
    const handler = handlers.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) return null;
    const response = await handler(new Request(url, { method, headers }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  },
});
