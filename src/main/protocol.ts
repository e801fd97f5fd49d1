import { protocol } from 'electron';
import { describeError } from '../services/base/system-error.ts';
import { readPageFile } from '../services/system/page-files.ts';
import { assetHeaders, fileOfAddress, scheme } from './own-pages.ts';

/** Gives `app://` the privileges of https. Only possible before Electron is ready. */
export function setUpScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the built renderer, and nothing else, at `app://offbook/`. */
export function setUpProtocol(root: string): void {
  protocol.handle(scheme, (request) => answer(root, request.method, request.url));
}

async function answer(root: string, method: string, url: string): Promise<Response> {
  if (method !== 'GET') return sentence(405, 'Only GET is allowed here.');
  const file = fileOfAddress(url);
  if (file === null) return sentence(404, 'Offbook has no such address.');
  try {
    const content = await readPageFile(root, file);
    if (content === null) return sentence(404, `Offbook’s own file ${file} is missing. Install Offbook again.`);
    return new Response(new Uint8Array(content), { headers: assetHeaders(file) });
  } catch (error) {
    return sentence(500, `Offbook can’t read its own file ${file}: ${describeError(error)}. Install Offbook again.`);
  }
}

function sentence(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: assetHeaders(null) });
}
