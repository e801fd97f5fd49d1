import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import type { Story } from '../../core/stories/model.ts';
import { usePanel, useProgram } from '../client/program-context.ts';
import { useQuery } from '../client/use-query.ts';
import { counted } from '../ui/format/story.ts';
import { sectionLook } from '../ui/format/section.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { groupStories } from './story-tree.ts';
import './print.css';

interface PrintSheetProps {
  stories: readonly StoryBrief[];
  /** The story that the library shows. */
  selected: string | null;
}

/** Chooses stories whose outlines go on paper, and prints them. */
export function PrintSheet({ stories, selected }: PrintSheetProps) {
  const { closePanel } = usePanel();
  const written = useMemo(() => stories.filter(({ planned }) => !planned), [stories]);
  const groups = useMemo(() => groupStories(written), [written]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => written.filter(({ id }) => !left.has(id)), [written, left]);
  const { data, error } = useWholeStories(chosen);
  const isReady = data !== null && data.length > 0;
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(left);
    for (const id of ids) {
      if (isChosen) next.delete(id);
      else next.add(id);
    }
    setLeft(next);
  };
  return (
    <Sheet title="Print outlines" close={closePanel}>
      <div className="print-choice">
        <p>Black on white, in two columns, on one page if they fit.</p>
        {groups.map(({ name, stories: inGroup }) => {
          const ids = inGroup.map(({ id }) => id);
          return (
            <fieldset key={name ?? ''}>
              <label className="print-group">
                <input
                  type="checkbox"
                  checked={ids.every((id) => !left.has(id))}
                  onChange={(event) => choose(ids, event.target.checked)}
                />
                <span dir="auto">{name ?? 'Without a group'}</span>
              </label>
              {inGroup.map(({ id, name: short }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={!left.has(id)}
                    onChange={(event) => choose([id], event.target.checked)}
                  />
                  <span dir="auto">{short}</span>
                </label>
              ))}
            </fieldset>
          );
        })}
        {error !== null && <p role="alert">{error}</p>}
      </div>
      <div className="sheet-foot">
        {selected !== null && (
          <button
            type="button"
            className="button"
            onClick={() => setLeft(new Set(written.map(({ id }) => id).filter((id) => id !== selected)))}
          >
            Only the story shown
          </button>
        )}
        <button type="button" className="button" onClick={() => setLeft(new Set())}>
          All
        </button>
        <button type="button" className="button" data-main="true" disabled={!isReady} onClick={() => window.print()}>
          Print {counted(chosen.length, 'story', 'stories')}
        </button>
      </div>
      {isReady && <Paper stories={data} />}
    </Sheet>
  );
}

function useWholeStories(chosen: readonly StoryBrief[]) {
  const { bridge } = useProgram();
  const ask = useMemo(
    () => async () => {
      const read = await Promise.all(chosen.map(({ id }) => bridge.readStory({ id })));
      const failed = read.find((result) => !result.ok);
      if (failed !== undefined && !failed.ok) return failed;
      const stories = read.flatMap((result) => (result.ok && result.value !== null ? [result.value] : []));
      return { ok: true as const, value: stories };
    },
    [bridge, chosen],
  );
  return useQuery<Story[]>(ask);
}

/** Sizes of text in points, largest first: smaller ones aren’t read at a glance. */
const sizes = [11, 10, 9, 8];
/** Where even the smallest needs a second page. */
const sizeOfMany = 9;

/** The outlines as they are printed; on screen nobody sees them. */
function Paper({ stories }: { stories: readonly Story[] }) {
  const paper = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const sheet = paper.current;
    if (sheet === null) return;
    const fits = (points: number): boolean => {
      sheet.style.fontSize = `${points}pt`;
      return sheet.scrollWidth <= sheet.clientWidth;
    };
    // What doesn’t fit into two columns as high as a page makes a third one.
    sheet.dataset['measuring'] = 'true';
    const size = sizes.find(fits) ?? sizeOfMany;
    delete sheet.dataset['measuring'];
    sheet.style.fontSize = `${size}pt`;
  });
  return createPortal(
    <div className="paper" ref={paper} aria-hidden="true">
      {stories.map(({ id, group, title, targetMs, outline }) => (
        <article key={id}>
          {group !== null && (
            <p className="paper-group" dir="auto">
              {group}
            </p>
          )}
          <h2 dir="auto">
            {title}
            {targetMs !== null && <small> {roundDuration(targetMs)}</small>}
          </h2>
          {outline.sections.map(({ kind, label, items }, index) => (
            <div className="paper-section" key={index}>
              <b>{sectionLook(kind, label).letter}</b>
              <ul>
                {items.map((item) => (
                  <li key={item.id} data-depth={Math.min(item.depth, 3)} dir="auto">
                    {item.text}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </article>
      ))}
    </div>,
    document.body,
  );
}
