import { useContext, useLayoutEffect, useRef, type RefObject } from 'react';
import { type CommandId, keyLabel } from '../../core/contract/commands.ts';
import type { Prompt } from '../../core/contract/contract.ts';
import { useKeys } from '../client/keys.ts';
import { showFailure } from '../client/store.ts';
import { useProgram, WindowContext } from '../client/program-context.ts';
import { keepFocus } from '../ui/focus.ts';

/** Shows the prepared answer to a follow-up by its index; null goes back to the outline. */
function useShowFollowUp(): (index: number | null) => void {
  const { bridge, store } = useProgram();
  return (index) => void bridge.showFollowUp({ index }).then((result) => showFailure(store, result));
}

/**
 * What they may ask after the last row. From there, the key for the next row goes through the questions. A click on a
 * question with a prepared answer shows it; so does the key for follow-ups.
 */
export function MayAsk({ followUps, reached, direction }: Pick<Prompt, 'followUps' | 'reached' | 'direction'>) {
  const show = useShowFollowUp();
  const box = useRef<HTMLElement>(null);
  useReachedRow(box, reached);
  if (followUps.length === 0) return null;
  return (
    <section className="may-ask" aria-label="They may ask" dir={direction} ref={box}>
      <h2>They may ask</h2>
      <ul>
        {followUps.map(({ question, answer }, index) => (
          <li key={index} aria-current={index === reached ? 'true' : undefined}>
            {answer === '' ? (
              question
            ) : (
              // Not a tab stop: the focus would scroll the outline off its reading line. The key reaches all of them.
              <button
                type="button"
                tabIndex={-1}
                title={`Show the prepared answer (${keyLabel('next-follow-up')})`}
                onMouseDown={keepFocus}
                onClick={() => show(index)}
              >
                {question}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * Lifts the outline until the reached question is where its last row was. By `translate`, which adds to the transform that
 * moves the rows by the plan.
 */
function useReachedRow(box: RefObject<HTMLElement | null>, reached: number | null): void {
  const win = useContext(WindowContext);
  useLayoutEffect(() => {
    const rows = box.current?.closest<HTMLElement>('.rows');
    if (!box.current || !rows || reached === null) return undefined;
    const question = box.current.querySelectorAll('li')[reached];
    const lift = (): void => {
      const last = [...rows.querySelectorAll('.row .text')].at(-1);
      if (question === undefined || last === undefined) return;
      const row = last.getBoundingClientRect();
      const linePx = Number.parseFloat(win.getComputedStyle(last).lineHeight);
      const asked = question.getBoundingClientRect();
      const viewPx = rows.closest('.view')?.clientHeight ?? Infinity;
      // Of a row that is higher than the window, only the last lines are in sight by then.
      const isHigh = row.height > viewPx;
      const px = asked.top - (isHigh ? row.bottom - Math.max(linePx, Math.min(asked.height, viewPx)) : row.top);
      rows.style.translate = `0 ${Math.round(-px)}px`;
    };
    lift();
    const { ResizeObserver } = win as Window & typeof globalThis;
    const observer = new ResizeObserver(lift);
    observer.observe(rows);
    return () => {
      observer.disconnect();
      rows.style.translate = '';
    };
  }, [box, reached, win]);
}

/** How far the keys that move through the outline scroll a long answer: in lines, or in pages. */
const scrolls: Partial<Record<CommandId, { lines: number } | { pages: number }>> = {
  'next-row': { lines: 1 },
  'previous-row': { lines: -1 },
  'next-section': { pages: 0.9 },
  'previous-section': { pages: -0.9 },
};

/** The prepared answer to a follow-up, in place of the outline. Escape and Backspace go back. */
export function PreparedAnswer({
  followUps,
  followUp,
  direction,
}: Pick<Prompt, 'followUps' | 'followUp' | 'direction'>) {
  const show = useShowFollowUp();
  const box = useRef<HTMLElement>(null);
  const { question = '', answer = '' } = followUps[followUp ?? -1] ?? {};
  useKeys(({ name, command, place }) => {
    if (place === 'writing') return false;
    if (name === 'Escape' || name === 'Backspace') {
      show(null);
      return true;
    }
    const by = command === null ? undefined : scrolls[command];
    if (by === undefined || box.current === null) return false;
    box.current.scrollBy({ top: 'lines' in by ? by.lines * lineOf(box.current) : by.pages * box.current.clientHeight });
    return true;
  });
  return (
    // A long answer scrolls, which the keyboard must be able to do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="prepared" aria-label="Prepared answer" dir={direction} tabIndex={0} ref={box}>
      <div className="prepared-head">
        <h2>{question}</h2>
        <button
          type="button"
          className="quiet"
          title="Back to the outline (Esc)"
          onMouseDown={keepFocus}
          onClick={() => show(null)}
        >
          <span className="prepared-back">Back</span>
          <span className="unseen"> to the outline</span> <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
      {answer.split(/\n+/u).map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </section>
  );
}

function lineOf(element: HTMLElement): number {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return Number.parseFloat(style?.lineHeight ?? '') || 0;
}
