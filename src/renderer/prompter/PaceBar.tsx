import { useContext, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { SessionState } from '../../core/contract/contract.ts';
import { spokenDrift } from '../../core/prompter/cursor.ts';
import type { PlanSection } from '../../core/prompter/plan.ts';
import { directionOf, type Direction } from '../../core/stories/direction.ts';
import { WindowContext } from '../client/program-context.ts';
import { useProgramNow, type PrompterFrame } from '../client/use-frame.ts';
import { sectionLook } from '../ui/format/section.ts';
import { clockMotion, cursorMotion, drive, type Motion } from './motion.ts';

interface PaceBarProps {
  shown: SessionState;
  frame: PrompterFrame;
  reduced: boolean;
}

/** The plan as a bar: filled up to the cursor, with a tick at the clock. */
export function PaceBar({ shown, frame, reduced }: PaceBarProps) {
  const now = useProgramNow();
  const { plan, prompt } = shown;
  const direction = prompt?.direction ?? 'ltr';
  return (
    <div
      className="pace"
      dir={direction}
      data-bare={plan.sections.length === 0}
      // The element of that name can't hold sections.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="meter"
      aria-label="Pace"
      aria-valuemin={0}
      aria-valuemax={Math.round(plan.targetMs / 1000)}
      aria-valuenow={Math.round(frame.cursorMs / 1000)}
      aria-valuetext={frame.phase === 'over' ? 'over time' : spokenDrift(frame.driftMs)}
    >
      {plan.sections.map((section, index) => (
        <Segment
          key={index}
          section={section}
          targetMs={plan.targetMs}
          motionNow={() => cursorMotion(shown, now(), reduced)}
        />
      ))}
      <Tick
        targetMs={plan.targetMs}
        keyframes={tickKeyframes[direction]}
        motionNow={() => clockMotion(shown, now(), reduced)}
      />
    </div>
  );
}

interface SegmentProps {
  section: PlanSection;
  targetMs: number;
  motionNow: () => Motion;
}

function Segment({ section, targetMs, motionNow }: SegmentProps) {
  const fill = useRef<HTMLElement>(null);
  const { kind, label, startMs, endMs } = section;
  const { name, letter } = sectionLook(kind, label);
  const keyframes = useMemo(() => fillKeyframes(startMs / targetMs, endMs / targetMs), [startMs, endMs, targetMs]);
  usePlanAnimation(fill, keyframes, targetMs, motionNow);
  if (endMs === startMs) return null;
  return (
    <div className="segment" data-kind={kind} title={name} style={{ flexGrow: endMs - startMs }}>
      <span className="groove">
        <b className="fill" ref={fill} />
      </span>
      <span className="segment-letter" aria-hidden="true" dir={directionOf(name)}>
        {letter}
        {/* It wraps out of sight where it doesn’t fit. */}
        <span>{restOfName(name, letter)}</span>
      </span>
    </div>
  );
}

interface TickProps {
  targetMs: number;
  keyframes: Keyframe[];
  motionNow: () => Motion;
}

function Tick({ targetMs, keyframes, motionNow }: TickProps) {
  const way = useRef<HTMLDivElement>(null);
  usePlanAnimation(way, keyframes, targetMs, motionNow);
  return (
    <div className="tick-way">
      <div className="tick" ref={way} />
    </div>
  );
}

/** What follows the letter in the bar: the rest of the word that it begins, else the whole name. */
function restOfName(name: string, letter: string): string {
  if (letter === '') return '';
  return name.toUpperCase().startsWith(letter.toUpperCase()) ? name.slice(letter.length) : ` ${name}`;
}

/** Empty until the section's share of the plan begins, full when it ends. */
function fillKeyframes(start: number, end: number): Keyframe[] {
  const empty = { transform: 'scaleX(0)' };
  const full = { transform: 'scaleX(1)' };
  return [
    { ...empty, offset: 0 },
    { ...empty, offset: start },
    { ...full, offset: end },
    { ...full, offset: 1 },
  ];
}

/** The tick's element is as wide as the bar, so that its own width is the distance. */
const tickKeyframes: Readonly<Record<Direction, Keyframe[]>> = {
  ltr: [{ transform: 'translateX(0)' }, { transform: 'translateX(100%)' }],
  rtl: [{ transform: 'translateX(0)' }, { transform: 'translateX(-100%)' }],
};

/**
 * Moves an element along the plan by one animation, whose time is plan time. Each render adjusts it to the motion; in
 * between, the compositor runs it. Equal `keyframes` must be the same object.
 */
function usePlanAnimation(
  element: RefObject<HTMLElement | null>,
  keyframes: Keyframe[],
  targetMs: number,
  motionNow: () => Motion,
): void {
  const win = useContext(WindowContext);
  const animation = useRef<Animation>(null);
  useLayoutEffect(() => {
    const made = element.current?.animate(keyframes, { duration: Math.max(1, targetMs), fill: 'both' }) ?? null;
    made?.pause();
    animation.current = made;
    return () => made?.cancel();
  }, [element, keyframes, targetMs]);
  useLayoutEffect(() => {
    if (animation.current !== null) drive(animation.current, motionNow(), win.performance.now());
  });
}
