import { useContext, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { SessionState } from '../../core/contract/contract.ts';
import { useProgram, WindowContext } from '../client/program-context.ts';
import { useProgramNow } from '../client/use-frame.ts';
import { rowsMotion } from './motion.ts';
import { setUpScroller, type Scroller } from './scroller.ts';

interface ScrollProps {
  shown: SessionState;
  readingLine: number;
  reduced: boolean;
  children: ReactNode;
}

/** Moves the outline past the reading line; the wheel and clicks on rows move the cursor. */
export function Scroll({ shown, readingLine, reduced, children }: ScrollProps) {
  const win = useContext(WindowContext);
  const { moveCursor } = useProgram();
  const now = useProgramNow();
  const view = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const scroller = useRef<Scroller>(null);
  const { plan } = shown;
  const { speed } = shown.session;

  const show = (): void => scroller.current?.show(rowsMotion(shown, now(), reduced), reduced);
  const layOut = (): void => {
    scroller.current?.layOut({ plan, readingLine, speed });
    show();
  };
  const turn = (event: WheelEvent): void => {
    // With Control it zooms, and over a panel it scrolls the panel.
    if (event.ctrlKey || isInPanel(event.target)) return;
    event.preventDefault();
    const height = view.current?.clientHeight ?? 0;
    const byRows = shown.session.mode !== 'auto' || reduced;
    const cursorMs = scroller.current?.cursorAfter(wheelPx(event, lineOf(win, rows.current), height), byRows) ?? null;
    if (cursorMs !== null) moveCursor(cursorMs);
  };
  const click = (event: MouseEvent): void => {
    const index = rowIndexOf(rows.current, event.target);
    const row = plan.rows[index];
    // Somebody who drags over text wants to copy it.
    if (row !== undefined && win.getSelection()?.isCollapsed !== false) moveCursor(row.startMs);
  };

  const onDue = useEffectEvent(show);
  const onResize = useEffectEvent(layOut);
  const onWheel = useEffectEvent(turn);
  const onClick = useEffectEvent(click);
  useLayoutEffect(() => {
    if (view.current === null || line.current === null || rows.current === null) return undefined;
    const message = messageOver(view.current);
    const parts = { view: view.current, line: line.current, rows: rows.current, message };
    const made = setUpScroller(win, parts, () => onDue());
    scroller.current = made;
    return () => made.end();
  }, [win]);
  useLayoutEffect(() => scroller.current?.layOut({ plan, readingLine, speed }), [plan, readingLine, speed]);
  useLayoutEffect(show);
  // A layout effect too, so that it ends before the elements are gone and nothing measures missing ones.
  useLayoutEffect(() => {
    const { ResizeObserver } = win as Window & typeof globalThis;
    const observer = new ResizeObserver(() => onResize());
    const message = view.current === null ? null : messageOver(view.current);
    for (const element of [view.current, rows.current, message]) if (element !== null) observer.observe(element);
    const turned = (event: WheelEvent): void => onWheel(event);
    const clicked = (event: MouseEvent): void => onClick(event);
    win.addEventListener('wheel', turned, { passive: false });
    win.addEventListener('click', clicked);
    return () => {
      observer.disconnect();
      win.removeEventListener('wheel', turned);
      win.removeEventListener('click', clicked);
    };
  }, [win]);

  return (
    <div className="view" ref={view}>
      <div className="line" ref={line}>
        <div className="rows" ref={rows}>
          {children}
        </div>
      </div>
    </div>
  );
}

/** The prompter's status line, which is always there, without a height while it says nothing. */
function messageOver(view: HTMLElement): Element | null {
  return view.closest('main')?.querySelector(':scope > .remark') ?? null;
}

function rowIndexOf(rows: HTMLElement | null, target: EventTarget | null): number {
  const all = [...(rows?.querySelectorAll('.row') ?? [])];
  return all.findIndex((row) => row.contains(target as Node | null));
}

function isInPanel(target: EventTarget | null): boolean {
  return target !== null && 'closest' in target && (target as Element).closest('.panel, .palette, dialog') !== null;
}

/** The height of a line of text, for browsers that report the wheel in lines. */
function lineOf(win: Window, rows: HTMLElement | null): number {
  return rows === null ? 0 : Number.parseFloat(win.getComputedStyle(rows).lineHeight);
}

/** The parts of a WheelEvent that say how far the wheel turned. */
interface WheelTurn {
  deltaY: number;
  deltaMode: number;
}

// WheelEvent.DOM_DELTA_LINE and DOM_DELTA_PAGE.
const inLines = 1;
const inPages = 2;

/** How far a turn of the wheel scrolls, in pixels, whatever unit the browser reports. */
export function wheelPx({ deltaY, deltaMode }: WheelTurn, linePx: number, pagePx: number): number {
  if (deltaMode === inLines) return deltaY * linePx;
  if (deltaMode === inPages) return deltaY * pagePx;
  return deltaY;
}
