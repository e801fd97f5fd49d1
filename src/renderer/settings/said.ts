import type { ViewState } from '../client/store.ts';
import type { Said } from './setting-actions.ts';

/**
 * What the settings' status line tells: that the program can't be reached, else what became of the last thing
 * that was done here, else what the program has to say. Null for nothing.
 */
export function shownSaid(view: Pick<ViewState, 'connection' | 'app' | 'failure'>, said: Said | null): Said | null {
  const { connection, app, failure } = view;
  if (connection === 'lost') return { tone: 'error', text: lost };
  if (connection === 'refused') return { tone: 'error', text: refused };
  if (failure !== null) return { tone: 'error', text: failure };
  if (said !== null) return said;
  const notice = app?.notices.findLast(({ severity }) => severity === 'error') ?? app?.notices.at(-1);
  return notice === undefined ? null : { tone: notice.severity, text: notice.text };
}

const lost = 'Offbook can’t be reached, so nothing can be changed now. It is tried again by itself.';

const refused = 'This page isn’t allowed to speak to Offbook. Open the address that Offbook printed last.';
