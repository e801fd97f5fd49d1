import { useLayoutEffect, useRef } from 'react';
import { hidesText, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { AnswerState } from '../../core/rehearsal/state.ts';
import type { SectionTime } from '../../core/rehearsal/run-times.ts';
import { sectionLook } from '../ui/format/section.ts';
import { useMedia } from '../ui/use-media.ts';
import { keepFocus, keepScrollKeys } from '../ui/focus.ts';
import { stagedSections, type StagedSection } from './stage-sections.ts';

interface StageTextProps {
  state: AnswerState;
  times: readonly SectionTime[];
  level: FadeLevel;
  peeking: boolean;
}

/** How far from the top the current section is, so that the end of the previous one stays in view. */
const restShare = 0.18;

/** The text at its level. It follows the current section, and can be scrolled. */
export function StageText({ state, times, level, peeking }: StageTextProps) {
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const view = useRef<HTMLDivElement>(null);
  const shown = peeking && hidesText(level) ? 'outline' : level;
  const sections = stagedSections(state, times, shown);
  const present = sections.findIndex((section) => section.state === 'now');
  // Where rows are gone through one by one, by keys or by ear, a long section moves with them.
  const row = Math.max(0, sections[present]?.rows.findIndex(({ isSaid }) => !isSaid) ?? 0);
  useLayoutEffect(() => {
    const box = view.current;
    const section = box?.querySelectorAll<HTMLElement>('.staged')[present];
    if (!box || !section || shown === 'nothing') return;
    const place = row === 0 ? section : section.querySelectorAll<HTMLElement>('li')[row];
    const top = (place ?? section).offsetTop - box.clientHeight * restShare;
    box.scrollTo({ top, behavior: reduced ? 'auto' : 'smooth' });
  }, [present, row, shown, reduced]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="stage-text"
      ref={view}
      data-level={shown}
      // It scrolls, which the keyboard must be able to do; without text it needs no tab stop.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={level === 'nothing' ? undefined : 0}
      aria-label="Text"
      onMouseDown={keepFocus}
      onKeyDown={keepScrollKeys}
    >
      {shown === 'nothing' ? (
        <p className="stage-hidden">The text is hidden. Hold H to see the outline.</p>
      ) : (
        <ul aria-label="Outline" dir={state.direction}>
          {sections.map((section, index) => (
            <StagedPart key={index} section={section} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StagedPart({ section: { kind, label, state, rows } }: { section: StagedSection }) {
  const { name, letter } = sectionLook(kind, label);
  return (
    <li className="staged" data-kind={kind} data-state={state} aria-current={state === 'now' ? 'true' : undefined}>
      {/* The HTML elements with this role are for forms and addresses. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="group" aria-label={name}>
        <span className="staged-letter" aria-hidden="true" title={name}>
          {letter}
        </span>
        <ul>
          {rows.map(({ id, text, depth, isSaid }) => (
            <li key={id} data-depth={Math.min(depth, 3)} data-said={isSaid}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
