import { type KeyboardEvent, memo, type MouseEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { StorySource } from '../../core/contract/contract.ts';
import type { LineRole, Problem, Story } from '../../core/stories/model.ts';
import { useProgram } from '../client/program-context.ts';
import { useQuery } from '../client/use-query.ts';
import {
  chunkAt,
  chunksOf,
  legendOf,
  lineAfterKey,
  lookOf,
  sourceRows,
  type SourceChunk,
  type SourceRow,
} from './source-lines.ts';
import { useOpenInEditor } from './story-actions.ts';
import './source.css';

/** The source of a story’s file, with what each line was taken for. */
export function SourceTab({ story }: { story: Story }) {
  const { bridge } = useProgram();
  const { id } = story;
  const ask = useMemo(() => () => bridge.readSource({ id }), [bridge, id]);
  const { data, error } = useQuery(ask);
  if (error !== null) {
    return (
      <p className="aside" role="alert">
        {error}
      </p>
    );
  }
  if (data === null) return <p className="aside source-wait">Reading the file…</p>;
  return <Source source={data} story={story} />;
}

function Source({ source, story }: { source: StorySource; story: Story }) {
  const { file, roles, problems } = source;
  const legend = useMemo(() => legendOf(roles), [roles]);
  return (
    <>
      <p className="aside">
        This is how Offbook read {fileName(file)}. A click on a line, or Enter, opens it in your editor.
      </p>
      <ul className="source-legend" aria-label="Marks">
        {legend.map((role, index) => (
          <li key={index} data-kind={role.section ?? undefined} data-role={role.role}>
            <Mark role={role} />
            {lookOf(role).name}
          </li>
        ))}
      </ul>
      {problems
        .filter(({ line }) => line === null)
        .map((problem, index) => (
          <ProblemLine key={index} problem={problem} />
        ))}
      <Lines source={source} story={story} />
    </>
  );
}

/** The lines, of which only those near the visible ones are in the page. The list has the focus. */
function Lines({ source, story }: { source: StorySource; story: Story }) {
  const listId = useId();
  const openInEditor = useOpenInEditor();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(story.line);
  const { file, text } = source;
  const chunks = useMemo(() => chunksOf(text), [text]);
  const last = chunks.at(-1);
  const lines = last === undefined ? 1 : last.line + last.lines - 1;
  const line = Math.min(at, lines);
  const present = chunkAt(chunks, line);
  const seen = useSeen(box, chunks.length);
  const isPlaced = useRef(false);
  // The story’s own part first; then as little as possible, so that the eye can follow.
  useLayoutEffect(() => {
    const list = box.current;
    const row = list?.ownerDocument.getElementById(rowId(listId, line));
    if (!list || !row) return;
    if (isPlaced.current) row.scrollIntoView({ block: 'nearest' });
    else list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top;
    isPlaced.current = true;
  }, [listId, line]);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const to = lineAfterKey(event.key, line, lines);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter') openInEditor(file, line);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent<HTMLElement>): void => {
    const clicked = (event.target as Element).closest<HTMLElement>('[data-line]')?.dataset['line'];
    // Somebody who drags over text wants to copy it.
    const isSelecting = event.currentTarget.ownerDocument.getSelection()?.isCollapsed === false;
    if (clicked === undefined || isSelecting) return;
    setAt(Number(clicked));
    openInEditor(file, Number(clicked));
  };
  return (
    <div
      className="source"
      // Choosing a line opens it instead of setting a value, and the lines hold more than text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={`Lines of ${fileName(file)}`}
      tabIndex={0}
      aria-activedescendant={rowId(listId, line)}
      ref={box}
      onKeyDown={press}
      onClick={click}
    >
      {chunks.map((chunk, index) => {
        const isDrawn = seen.has(index) || Math.abs(index - present) <= 1;
        return (
          <Chunk
            key={index}
            index={index}
            chunk={chunk}
            source={isDrawn ? source : null}
            listId={listId}
            lines={lines}
            at={index === present || (chunk.isRest && chunk.line === line) ? line : null}
            own={story}
          />
        );
      })}
    </div>
  );
}

/** The indexes of the pieces that came near the visible part of a box. */
function useSeen(box: { current: HTMLElement | null }, count: number): ReadonlySet<number> {
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  useLayoutEffect(() => {
    const root = box.current;
    if (root === null) return undefined;
    const look = (entries: IntersectionObserverEntry[]): void => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      const indexes = near.map(({ target }) => Number((target as HTMLElement).dataset['chunk']));
      if (indexes.length > 0) setSeen((before) => new Set([...before, ...indexes]));
    };
    const observer = new IntersectionObserver(look, { root, rootMargin: '400px 0px' });
    const chunks = [...root.querySelectorAll('[data-chunk]')];
    for (const chunk of chunks.slice(0, count)) observer.observe(chunk);
    return () => observer.disconnect();
  }, [box, count]);
  return seen;
}

interface ChunkProps {
  index: number;
  chunk: SourceChunk;
  /** Null until it is to be drawn. */
  source: StorySource | null;
  listId: string;
  /** How many lines the file has. */
  lines: number;
  /** The current line, if it is in here. */
  at: number | null;
  own: Pick<Story, 'line' | 'endLine'>;
}

/** Characters that fit on a line, more or less: enough to guess the height of what isn’t drawn. */
const guessedWidth = 90;

const Chunk = memo(function Chunk({ index, chunk, source, listId, lines, at, own }: ChunkProps) {
  const rows = useMemo(() => (source === null ? [] : sourceRows(source, chunk)), [source, chunk]);
  const guess = chunk.lines + Math.floor((chunk.end - chunk.start) / guessedWidth);
  return (
    <div
      role="presentation"
      className="source-chunk"
      data-chunk={index}
      data-drawn={source !== null}
      style={{ containIntrinsicHeight: `auto ${guess}lh`, minHeight: source === null ? `${guess}lh` : undefined }}
    >
      {rows.map((row, place) => (
        <Row
          key={place}
          row={row}
          id={row.isRest ? undefined : rowId(listId, row.line)}
          lines={lines}
          isAt={row.line === at}
          isOwn={row.line >= own.line && row.line <= own.endLine}
        />
      ))}
    </div>
  );
});

interface RowProps {
  row: SourceRow;
  id: string | undefined;
  lines: number;
  isAt: boolean;
  isOwn: boolean;
}

const Row = memo(function Row({ row, id, lines, isAt, isOwn }: RowProps) {
  const { line, text, role, opens, isRest, problems } = row;
  const look = role === null ? null : lookOf(role);
  return (
    // The list has the focus; aria-activedescendant names the line.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className="source-line"
      // An option element can only hold text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      id={id}
      aria-selected={isAt}
      aria-posinset={line}
      aria-setsize={lines}
      data-line={line}
      data-kind={role?.section ?? undefined}
      data-role={role?.role}
      data-aside={look?.isAside}
      data-own={isOwn}
    >
      <span className="source-number num">
        <span className="unseen">Line </span>
        {isRest ? '' : line}
      </span>
      {role === null ? <span /> : <Mark role={role} />}
      <span className="unseen">{look === null ? 'Blank. ' : `${look.name}. `}</span>
      <span className="source-text" dir="auto">
        {text}
      </span>
      {opens && (
        <span className="source-name" aria-hidden="true">
          {look?.name}
        </span>
      )}
      {problems.map((problem, index) => (
        <ProblemLine key={index} problem={problem} />
      ))}
    </div>
  );
});

function Mark({ role }: { role: LineRole }) {
  return (
    <span className="source-mark" aria-hidden="true">
      {lookOf(role).mark}
    </span>
  );
}

function ProblemLine({ problem: { severity, message } }: { problem: Problem }) {
  return (
    <span className="source-problem" data-severity={severity}>
      {message}
    </span>
  );
}

function rowId(listId: string, line: number): string {
  return `${listId}-${line}`;
}

function fileName(file: string): string {
  return file.split(/[/\\]/u).at(-1) ?? file;
}
