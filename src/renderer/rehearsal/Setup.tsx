import { type SubmitEvent, useRef } from 'react';
import { commands } from '../../core/contract/commands.ts';
import type { AppState } from '../../core/contract/contract.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { useProgram, useRunCommand } from '../client/program-context.ts';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { useKeys } from '../client/keys.ts';
import { MockLine } from './MockLine.tsx';
import { askedCount, type Chosen } from './setup-choices.ts';
import { askedWords, whyNothing } from './setup-words.ts';
import { SetupLine } from './SetupLine.tsx';
import { useSetup } from './use-setup.ts';
import { useVoiceCount } from './use-voices.ts';

interface SetupProps {
  app: AppState;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** Before a rehearsal: one line of choices, what they will ask, and the start. */
export function Setup({ app, chosen, choose }: SetupProps) {
  const use = useSetup(app, chosen, choose);
  const voices = useVoiceCount();
  const form = useRef<HTMLFormElement>(null);
  const { fitting, stories } = use;
  const asked = askedCount(fitting.length, chosen.count);
  const canStart = asked > 0;
  useSetupKeys(() => form.current?.requestSubmit());
  if (app.library.stories.length === 0) {
    return (
      <div className="setup">
        <NoStory />
        <ViewLinks className="other-views" buttonClass="word-button" withKeys />
      </div>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canStart) use.start();
  };
  const times = { thinkMs: use.thinkMs, ownTargetMs: app.settings.targetMs };
  return (
    <div className="setup">
      <h1>Rehearsal</h1>
      <form ref={form} onSubmit={submit}>
        <SetupLine {...{ app, use, chosen, choose }} />
        <div className="setup-start">
          <button type="submit" className="button" data-main="true" disabled={!canStart}>
            Start <kbd aria-hidden="true">↵</kbd>
          </button>
          <output className="num">
            {canStart ? askedWords(fitting, asked, chosen, times) : whyNothing(stories, use)}
          </output>
          {!canStart && (use.isKnown || use.error !== null) && (
            <button type="button" className="button" onClick={() => use.chooseStories({ which: 'all' })}>
              Choose all {app.library.stories.length}
            </button>
          )}
        </div>
      </form>
      <MockLine stories={app.library.stories.length} {...{ use, chosen, choose }} />
      {use.speakQuestions && voices === 0 && (
        <output className="setup-remark">
          No voice on this computer can speak without the internet, so the questions are only shown. Voices are added in
          the system’s own settings for speech.
        </output>
      )}
      <ViewLinks className="other-views" buttonClass="word-button" withKeys />
    </div>
  );
}

/** There is no run yet: Enter starts it, Escape goes back to where one came from, a run's other keys do nothing. */
function useSetupKeys(start: () => void): void {
  const runCommand = useRunCommand();
  const { store } = useProgram();
  useKeys(({ command }) => {
    if (command === null || commands[command].views.some((view) => view !== 'rehearsal')) return false;
    if (command === 'finish-run') start();
    if (command !== 'end-run') return true;
    const { route } = store.getState();
    const from = route.view === 'rehearsal' ? route.from : null;
    if (from === null || from === 'prompter' || from === 'rehearsal') runCommand('show-prompter');
    else store.setState({ route: { view: from, panel: null } });
    return true;
  });
}
