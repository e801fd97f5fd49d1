import { createLedger, type Wire } from './world-values.ts';

/** The two worlds of a page: the one of its own scripts, and the one of the preload. */
export type World = 'main' | 'isolated';

interface Request {
  /** Which function of this world; or the promise that was settled. */
  id: number;
  settled: 'resolved' | 'rejected' | null;
  args: Wire;
}

type Answer = { ok: true; value: Wire } | { ok: false; message: string };

/**
 * A synchronous line between the two worlds of a page. They share nothing but the DOM; what an event carries
 * is cloned by Chromium from one into the other, and the event is dispatched before `dispatchEvent` returns.
 * `own` is what the other world can call without having been given a function, as its function 0.
 */
export function openLine(world: World, own: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const other: World = world === 'main' ? 'isolated' : 'main';
  const asked = (of: World): string => `electron-stand-in-asks-${of}`;
  const answered = (of: World): string => `electron-stand-in-answers-${of}`;
  const answers: Answer[] = [];

  const ledger = createLedger({
    call: (id, args) => ask({ id, settled: null, args: ledger.send(args) }),
    settle: (id, settled, value) => void ask({ id, settled, args: ledger.send([value]) }),
  });
  ledger.lend(own);

  function ask(request: Request): unknown {
    window.dispatchEvent(new CustomEvent(asked(other), { detail: request }));
    const answer = answers.pop();
    if (answer === undefined) throw new Error(`The ${other} world of this page is gone.`);
    if (!answer.ok) throw new Error(answer.message);
    return ledger.receive(answer.value);
  }

  function answerTo({ id, settled, args }: Request): Answer {
    try {
      const received = ledger.receive(args) as unknown[];
      if (settled === null) return { ok: true, value: ledger.send(ledger.lent(id)(...received)) };
      ledger.settle(id, settled, received[0]);
      return { ok: true, value: ledger.send(null) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }

  window.addEventListener(answered(world), (event) => answers.push((event as CustomEvent<Answer>).detail));
  window.addEventListener(asked(world), (event) => {
    const detail = answerTo((event as CustomEvent<Request>).detail);
    window.dispatchEvent(new CustomEvent(answered(other), { detail }));
  });
  return (...args) => ask({ id: 0, settled: null, args: ledger.send(args) });
}
