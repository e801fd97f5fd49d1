import { type SubmitEvent, useRef } from 'react';
import { commands } from '../../core/contract/commands.ts';
import type { AppState } from '../../core/contract/contract.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { useGoBack } from '../client/program-context.ts';
import { useKeys } from '../client/keys.ts';
import { MockLine, SetupLine } from './SetupLine.tsx';
import { roundWords, whyNothing } from './setup-choices.ts';
import { useSetup } from './use-setup.ts';
import { interviewName } from '../ui/format/interview.ts';
import { offlineVoices, useVoices } from '../ui/voices.ts';

/** Before a rehearsal: a line of choices, what they will ask, and the start. */
export function Setup({ app }: { app: AppState }) {
  const use = useSetup(app);
  const voices = useVoices(() => offlineVoices().length);
  const form = useRef<HTMLFormElement>(null);
  const { round, stories, another, interview } = use;
  const canStart = round.count > 0;
  useSetupKeys(() => form.current?.requestSubmit());
  if (app.library.stories.every(({ planned }) => planned)) {
    return (
      <div className="setup">
        <NoStory />
      </div>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canStart) use.start();
  };
  return (
    <div className="setup">
      <h1>Rehearsal{interview !== null && <bdi> for {interviewName(interview)}</bdi>}</h1>
      <form ref={form} onSubmit={submit}>
        <SetupLine use={use} />
        <div className="setup-start">
          <button type="submit" className="button" data-main="true" disabled={!canStart}>
            Start <kbd aria-hidden="true">↵</kbd>
          </button>
          <output className="num">
            {canStart ? `${another} ${roundWords(round)}`.trim() : whyNothing(stories, use)}
          </output>
          {!canStart && use.written.length > 0 && (use.isKnown || use.error !== null) && (
            <button type="button" className="button" onClick={() => use.chooseStories({ which: 'all' })}>
              Choose all {use.written.length}
            </button>
          )}
        </div>
      </form>
      {use.written.length > 0 && <MockLine use={use} />}
      {use.speakQuestions && voices === 0 && (
        <output className="setup-remark">
          No voice on this computer can speak without the internet, so the questions are only shown. You can add voices
          in the system’s speech settings.
        </output>
      )}
    </div>
  );
}

/** Keys before a run exists: Enter and Space start one, Escape goes back, and a run’s other keys do nothing. */
function useSetupKeys(start: () => void): void {
  const goBack = useGoBack();
  useKeys(({ command }) => {
    if (command === null || commands[command].views.some((view) => view !== 'rehearsal')) return false;
    if (command === 'finish-run' || command === 'pause-run') start();
    if (command !== 'end-run') return true;
    goBack();
    return true;
  });
}
