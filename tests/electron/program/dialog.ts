import type { Dialog, MessageBoxReturnValue, OpenDialogReturnValue } from 'electron';
import type { OpenDialog } from '../sides.ts';
import { onlyWhenReady } from './app.ts';
import { offer } from './link.ts';
import { recorded } from './record.ts';

const open = new Map<number, OpenDialog & { answer: (value: unknown) => void }>();
let lastId = 0;

/** Stays open until the test answers it. The options are the last argument; a window may stand before them. */
function ask<Answer>(kind: OpenDialog['kind'], args: readonly unknown[]): Promise<Answer> {
  onlyWhenReady('dialog module can only be used after app is ready');
  const { promise, resolve } = Promise.withResolvers<Answer>();
  lastId += 1;
  open.set(lastId, { id: lastId, kind, options: args.at(-1), answer: (value) => resolve(value as Answer) });
  return promise;
}

export const dialog = recorded('dialog', {
  /** Recorded, and closed at once. */
  showErrorBox: () => {},
  showMessageBox: (...args: unknown[]) => ask<MessageBoxReturnValue>('showMessageBox', args),
  showOpenDialog: (...args: unknown[]) => ask<OpenDialogReturnValue>('showOpenDialog', args),
} satisfies Partial<Dialog>);

offer({
  dialogs: () => [...open.values()].map(({ id, kind, options }) => ({ id, kind, options: structuredClone(options) })),
  answerDialog: (id, answer) => {
    open.get(id)?.answer(answer);
    open.delete(id);
  },
});
