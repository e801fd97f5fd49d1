import { protocol } from 'electron';
import { describeError } from '../services/base/system-error.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { readPageFile } from '../services/system/page-files.ts';
import { assetHeaders, fileOfAddress, recordingOfAddress, scheme } from './own-pages.ts';

/** Gives `app://` the privileges of https. Only possible before Electron is ready. */
export function setUpScheme(): void {
  // Without `stream`, a player can’t jump in a recording.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Serves the built renderer and the person’s recordings, and nothing else, at `app://offbook/`. */
export function setUpProtocol(root: string, readRecording: OffbookApp['readRecording']): void {
  protocol.handle(scheme, (request) => {
    const recording = recordingOfAddress(request.url);
    if (recording === null) return answer(root, request.method, request.url);
    return play(recording, request, readRecording);
  });
}

async function play(
  id: string,
  { method, headers }: Request,
  readRecording: OffbookApp['readRecording'],
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return sentence(405, 'A recording can only be read here.');
  try {
    const found = await readRecording({ id, method, range: headers.get('range') });
    if (found === null) return sentence(404, 'The recording isn’t there any more.');
    return new Response(found.body, { status: found.status, headers: { ...assetHeaders(null), ...found.headers } });
  } catch (error) {
    return sentence(500, `The recording can’t be read: ${describeError(error)}.`);
  }
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
