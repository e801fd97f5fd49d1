import type { ReactNode } from 'react';
import type { Prompt, SessionState } from '../../core/contract/contract.ts';
import { formatDrift } from '../../core/prompter/cursor.ts';
import type { SessionStatus } from '../../core/prompter/session.ts';
import { useView } from '../client/program-context.ts';
import type { PrompterFrame } from '../client/use-frame.ts';
import { nameOfStory } from '../ui/format/story.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { StoryName } from '../ui/StoryName.tsx';
import { ListenDot } from '../voice/ListenDot.tsx';

interface HeaderProps {
  prompt: Prompt;
  status: SessionStatus['kind'];
  frame: PrompterFrame;
  countUp: boolean;
  rehearsing: SessionState['rehearsing'];
  /** Between the title and the clock. */
  children: ReactNode;
}

const marks: Readonly<Record<SessionStatus['kind'], { icon: IconName; text: string }>> = {
  idle: { icon: 'ready', text: 'Not started' },
  running: { icon: 'running', text: 'Running' },
  paused: { icon: 'paused', text: 'Paused' },
};

const goneText = 'Not in the file any more; still shown';

/** Story, drift, time and state on one line that takes half a second to read. */
export function Header({ prompt, status, frame, countUp, rehearsing, children }: HeaderProps) {
  const { storyId, group, title, name, variantTitle, direction, isGone, reached } = prompt;
  const stories = useView(({ app }) => app?.library.stories);
  const mark = marks[status];
  return (
    <div className="head">
      {rehearsing !== null && (
        <span className="rehearsing num">
          Rehearsal {rehearsing.at + 1} of {rehearsing.of}
        </span>
      )}
      <h1 className="title" title={tooltip(prompt)} dir={direction}>
        {group !== null && (
          <span className="group">
            <span className="group-name">{group}</span> ·{' '}
          </span>
        )}
        <span className="titled">
          <span className="name">
            <StoryName story={nameOfStory(stories, storyId, title, name)} />
          </span>
          {variantTitle !== null && <span className="variant"> · {variantTitle}</span>}
          {isGone && (
            <span className="gone" title={goneText}>
              <span className="unseen"> · {goneText}</span>
            </span>
          )}
        </span>
      </h1>
      {children}
      <ListenDot asks />
      {/* One verdict at a time: over zero, that it is over; after the last row, the time that is left. */}
      <Drift driftMs={frame.phase === 'over' || reached !== null ? 0 : frame.driftMs} />
      {/* Counting up, only the colour would show that the time is over. */}
      {countUp && frame.phase === 'over' && <span className="over-mark">over</span>}
      <span
        className="time num"
        role="timer"
        aria-label={countUp ? 'Time run' : 'Time left'}
        data-phase={frame.phase}
        data-status={status}
      >
        {frame.figure}
      </span>
      <span className="state" data-status={status} title={mark.text}>
        <Icon name={mark.icon} />
        <span className="unseen">{mark.text}</span>
      </span>
    </div>
  );
}

/** What a narrow header cuts. */
function tooltip({ group, title, variantTitle, question, derived }: Prompt): string {
  const name = [group, title, variantTitle].filter((part) => part !== null).join(' · ');
  const source = derived ? 'The file has no outline, so this one was made from the answer.' : null;
  return [name, question, source].filter((part) => part !== null).join('\n');
}

/** How far the cursor is from the clock. A narrow window hides the word; the arrow says the same. */
function Drift({ driftMs }: { driftMs: number }) {
  const figure = formatDrift(driftMs);
  const word = driftMs < 0 ? 'behind' : 'ahead';
  return (
    <span className="drift num" data-drift={word}>
      {figure}
      {figure !== '' && <span className="drift-word"> {word}</span>}
    </span>
  );
}
