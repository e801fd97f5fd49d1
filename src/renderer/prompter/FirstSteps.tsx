import { useEffect, useEffectEvent, useState } from 'react';
import { keyLabel, type CommandId } from '../../core/contract/commands.ts';
import type { Session } from '../../core/prompter/session.ts';
import { keep, kept } from '../client/kept.ts';
import { useKeys } from '../client/keys.ts';
import { usePanel, useProgram, useRunCommand, useView } from '../client/program-context.ts';
import { firstStepsKey } from '../client/status-messages.ts';
import { keepFocus } from '../ui/focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { roomForSteps } from '../ui/StatusLine.tsx';
import type { Float } from '../ui/use-float.ts';
import { useMedia } from '../ui/use-media.ts';

/** What a person does once on this computer, and then knows. */
type Lesson = 'start' | 'find' | 'float';

interface FirstStepsProps {
  session: Session;
  /** Null where this window can’t float. */
  float: Float | null;
}

interface Step {
  lesson: Lesson;
  command: CommandId;
  words: string;
}

/** What the first screen explains, until each of these was done once. */
export function FirstSteps({ session, float }: FirstStepsProps) {
  const { panel, openPanel } = usePanel();
  const runCommand = useRunCommand();
  const isElectron = useView(({ app }) => app?.capabilities.shell === 'electron');
  const isRehearsing = useView(({ app }) => app !== null && app.session.rehearsing !== null);
  const hasRoom = useMedia(roomForSteps);
  const { store } = useProgram();
  const isHidden = useView(({ hidden }) => hidden.includes(firstStepsKey));
  const steps = stepsOf(isElectron, float !== null);
  const learned = useLessons({
    start: session.status.kind !== 'idle',
    find: panel === 'palette',
    float: float !== null && float.win !== null,
  });
  const isOver = steps.every(({ lesson }) => learned.has(lesson));
  const hide = (): void => store.setState(({ hidden }) => ({ hidden: [...hidden, firstStepsKey] }));
  const onOver = useEffectEvent(hide);
  useEffect(() => {
    if (isOver && !isHidden) onOver();
  }, [isOver, isHidden]);
  if (isOver || isHidden || !hasRoom || isRehearsing || session.status.kind !== 'idle') return null;
  // The search covers it; a dialog gives the focus back to its button.
  if (panel === 'palette') return null;
  return (
    <section className="first-steps" aria-label="First steps">
      <ol>
        {steps.map(({ lesson, command, words }) => (
          <li key={lesson} data-learned={learned.has(lesson)}>
            <kbd>{keyLabel(command)}</kbd> {words}
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="button" onMouseDown={keepFocus} onClick={() => openPanel('folder')}>
          Use my stories
        </button>
        <button type="button" className="button" onMouseDown={keepFocus} onClick={() => runCommand('rehearse')}>
          Rehearse a story
        </button>
      </div>
      <button
        type="button"
        className="control panel-close"
        aria-label="Hide the first steps"
        title="Hide"
        onMouseDown={keepFocus}
        onClick={hide}
      >
        <Icon name="dismiss" />
      </button>
    </section>
  );
}

function stepsOf(isElectron: boolean, canFloat: boolean): Step[] {
  const steps: Step[] = [
    { lesson: 'start', command: 'play-pause', words: 'starts: the outline scrolls and the clock runs.' },
    { lesson: 'find', command: 'find-story', words: 'finds the story for a question.' },
  ];
  if (isElectron) steps.push({ lesson: 'float', command: 'to-camera', words: 'moves this window under your camera.' });
  else if (canFloat) {
    const words = 'floats the outline above your call, in a window of its own.';
    steps.push({ lesson: 'float', command: 'toggle-prompter', words });
  }
  return steps;
}

const lessons: readonly Lesson[] = ['start', 'find', 'float'];

function keptAs(lesson: Lesson): string {
  return `offbook-${lesson}`;
}

/** What was learned, now or in an earlier prompter. `present` says what is being done at the moment. */
function useLessons(present: Readonly<Record<Lesson, boolean>>): ReadonlySet<Lesson> {
  const [learned, setLearned] = useState<ReadonlySet<Lesson>>(
    () => new Set(lessons.filter((lesson) => kept(window, keptAs(lesson)) !== null)),
  );
  const learn = (fresh: readonly Lesson[]): void => setLearned(new Set([...learned, ...fresh]));
  const fresh = lessons.filter((lesson) => present[lesson] && !learned.has(lesson));
  if (fresh.length > 0) learn(fresh);
  useEffect(() => {
    for (const lesson of learned) keep(window, keptAs(lesson), 'known');
  }, [learned]);
  useKeys(({ command }) => {
    if (command === 'to-camera') learn(['float']);
    return false;
  });
  return learned;
}
