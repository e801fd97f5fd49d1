import type { Remote } from '../link.ts';
import type { LoadOutcome, ProgramSide } from '../sides.ts';
import { crashed, type LoadedPage } from './window-page.ts';

/** A page that is asked for and shown nowhere, for tests that look only at what the program does. */
export function openBlankPage(contents: number, program: Remote<ProgramSide>): LoadedPage {
  let url = 'about:blank';
  async function go(): Promise<LoadOutcome> {
    const response = await program.request({ url, method: 'GET', headers: {} });
    if (response?.status === 200) {
      await program.committed(contents, url);
      return { ok: true };
    }
    return { ok: false, code: -109, description: 'ERR_ADDRESS_UNREACHABLE' };
  }
  return {
    contents,
    load: (wanted) => {
      url = wanted;
      return go();
    },
    reload: go,
    crash: () => void program.gone(contents, crashed),
    deliver: () => {},
    resize: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
