import { useMemo } from 'react';
import type { AppState, Prompt, SessionState } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { HelpSheet } from '../shell/HelpSheet.tsx';
import { Palette } from '../search/Palette.tsx';
import { shownSession } from '../client/store.ts';
import { AlternateNotes } from './AlternateNotes.tsx';
import { Controls } from './Controls.tsx';
import { FolderPanel } from '../ui/FolderPanel.tsx';
import { Header } from './Header.tsx';
import { NoStory } from '../ui/NoStory.tsx';
import { Outline } from './Outline.tsx';
import { PaceBar } from './PaceBar.tsx';
import { Problems } from '../ui/Problems.tsx';
import { useView } from '../client/program-context.ts';
import { Scroll } from './Scroll.tsx';
import { StatusLine } from '../ui/StatusLine.tsx';
import type { Float } from '../ui/use-float.ts';
import { useFirstKeys } from './first-keys.ts';
import { useMedia } from '../ui/use-media.ts';
import { useMoment } from '../client/use-frame.ts';

/** The prompter's window: a story with its clock, or what to do where there is none. */
export function Prompter({ float }: { float: Float | null }) {
  const app = useView((state) => state.app);
  const panel = useView((state) => (state.panelView === 'prompter' ? state.panel : 'none'));
  const prompt = app?.session.prompt ?? null;
  useFirstKeys();
  return (
    <main className="prompter" aria-label="Prompter">
      {app === null || prompt === null ? <NoStory /> : <Story app={app} prompt={prompt} float={float} />}
      <StatusLine />
      {panel === 'problems' && <Problems />}
      {panel === 'folder' && <FolderPanel />}
      {panel === 'palette' && <Palette />}
      {panel === 'help' && <HelpSheet />}
    </main>
  );
}

function Story({ app, prompt, float }: { app: AppState; prompt: Prompt; float: Float | null }) {
  const prediction = useView((state) => state.prediction);
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const shown = useMemo(() => shownSession(app, prediction), [app, prediction]);
  const { settings } = app;
  const phase = shown.rehearsing?.phase ?? null;
  const isQuestionAlone = phase === 'thinking' || phase === 'followUp';
  const clock = clockOf(phase, settings);
  const moment = useMoment(shown, clock);
  return (
    <>
      <Header
        prompt={prompt}
        status={shown.session.status}
        moment={moment}
        countUp={clock.countUp}
        rehearsing={shown.rehearsing}
      />
      <PaceBar shown={shown} moment={moment} reduced={reduced} />
      {prompt.alternate !== null && <AlternateNotes prompt={prompt} />}
      {isQuestionAlone ? (
        <ThinkQuestion question={prompt.question ?? prompt.title} />
      ) : (
        <Scroll shown={shown} readingLine={settings.readingLine} reduced={reduced}>
          <Outline sections={prompt.sections} rowIndex={moment.rowIndex} />
        </Scroll>
      )}
      <Controls session={shown.session} float={float} />
    </>
  );
}

/**
 * How the clock counts. Of the time to think, what is left counts, whatever the answers' clock is to show; a follow-up
 * has no time that could be left.
 */
function clockOf(phase: NonNullable<SessionState['rehearsing']>['phase'] | null, settings: Settings): Settings {
  if (phase !== 'thinking' && phase !== 'followUp') return settings;
  return { ...settings, countUp: phase === 'followUp', soonMs: 0, lastMs: 0 };
}

/** The question alone: while one thinks in a rehearsal, since the story must be found from it, and for a follow-up. */
function ThinkQuestion({ question }: { question: string }) {
  return (
    <div className="think">
      <p dir="auto">{question}</p>
    </div>
  );
}
