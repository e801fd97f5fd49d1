import { type SubmitEvent, useRef } from 'react';
import { commands } from '../../core/contract/commands.ts';
import type { AppState } from '../../core/contract/contract.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { useProgram, useRunCommand } from '../client/program-context.ts';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { useKeys } from '../client/keys.ts';
import { MockLine, SetupLine } from './SetupLine.tsx';
import { askedCount, askedWords, type Chosen, whyNothing } from './setup-choices.ts';
import { useSetup } from './use-setup.ts';
import { offlineVoices, useVoices } from '../ui/voices.ts';

interface SetupProps {
  app: AppState;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** Before a rehearsal: a line of choices, what they will ask, and the start. */
export function Setup({ app, chosen, choose }: SetupProps) {
  const use = useSetup(app, chosen, choose);
  const voices = useVoices(() => offlineVoices().length);
  const form = useRef<HTMLFormElement>(null);
  const { fitting, stories } = use;
  const asked = askedCount(fitting.length, chosen.count);
  const canStart = asked > 0;
  useSetupKeys(() => form.current?.requestSubmit());
  if (use.written.length === 0) {
    return (
      <div className="setup">
        <NoStory />
        <ViewLinks className="other-views" withKeys />
      </div>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canStart) use.start();
  };
  const times = { ...app.settings, thinkMs: use.thinkMs };
  return (
    <div className="setup">
      <h1>Rehearsal</h1>
      <form ref={form} onSubmit={submit}>
        <SetupLine {...{ use, chosen, choose }} />
        <div className="setup-start">
          <button type="submit" className="button" data-main="true" disabled={!canStart}>
            Start <kbd aria-hidden="true">↵</kbd>
          </button>
          <output className="num">
            {canStart ? askedWords(fitting, asked, chosen, times) : whyNothing(stories, use)}
          </output>
          {!canStart && (use.isKnown || use.error !== null) && (
            <button type="button" className="button" onClick={() => use.chooseStories({ which: 'all' })}>
              Choose all {use.written.length}
            </button>
          )}
        </div>
      </form>
      <MockLine stories={use.written.length} {...{ use, chosen, choose }} />
      {use.speakQuestions && voices === 0 && (
        <output className="setup-remark">
          No voice on this computer can speak without the internet, so the questions are only shown. You can add voices
          in the system’s speech settings.
        </output>
      )}
      <ViewLinks className="other-views" withKeys />
    </div>
  );
}

/** Keys before a run exists: Enter starts one, Escape goes back, and a run’s other keys do nothing. */
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
