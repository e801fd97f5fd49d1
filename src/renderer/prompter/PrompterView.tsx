import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { AppState, Prompt } from '../../core/contract/contract.ts';
import { isAtStart } from '../../core/prompter/session.ts';
import { usePanel, useView } from '../client/program-context.ts';
import { shownSession } from '../client/store.ts';
import { usePrompterFrame } from '../client/use-frame.ts';
import { Palette } from '../search/Palette.tsx';
import { NoStory } from '../ui/NoStory.tsx';
import { StatusLine } from '../ui/StatusLine.tsx';
import type { Float } from '../ui/use-float.ts';
import { useMedia } from '../ui/use-media.ts';
import { BeforeStart } from './BeforeStart.tsx';
import { clockSettings } from './clock.ts';
import { Controls, ControlsPanel } from './Controls.tsx';
import { useFirstKeys } from './first-keys.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { Header } from './Header.tsx';
import { NextRows } from './NextRows.tsx';
import { OutlineRows } from './OutlineRows.tsx';
import { MayAsk, PreparedAnswer } from './PreparedAnswer.tsx';
import { PaceBar } from './PaceBar.tsx';
import { Scroll } from './Scroll.tsx';

/** Not needed at once; the other views load them as well. */
const Problems = lazy(async () => ({ default: (await import('../ui/Problems.tsx')).Problems }));

/** Where what comes next has a column of its own. prompter.css says the same. */
const wideAndFlat = '(width >= 800px) and (height <= 220px)';

interface PrompterViewProps {
  /** Null where this window can't float. */
  float: Float | null;
  /** The sheet with all keys. */
  help: ReactNode;
}

/** The prompter's window: a story with its clock, or why none is shown and what to do about it. */
export function PrompterView({ float, help }: PrompterViewProps) {
  const app = useView((state) => state.app);
  const { panel } = usePanel();
  const prompt = app?.session.prompt ?? null;
  useFirstKeys();
  return (
    <main className="prompter" aria-label="Prompter">
      {app === null || prompt === null ? <NoStory /> : <Story app={app} prompt={prompt} float={float} />}
      <StatusLine floatPlace={float !== null && float.isFirst} />
      <Suspense fallback={null}>{panel === 'problems' && <Problems />}</Suspense>
      {panel === 'palette' && <Palette />}
      {panel === 'help' && help}
    </main>
  );
}

function Story({ app, prompt, float }: { app: AppState; prompt: Prompt; float: Float | null }) {
  const prediction = useView((state) => state.prediction);
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const hasColumns = useMedia(wideAndFlat);
  const { panel } = usePanel();
  const shown = useMemo(() => shownSession(app, prediction), [app, prediction]);
  const { settings } = app;
  const phase = shown.rehearsing?.phase ?? null;
  const isQuestionAlone = phase === 'thinking' || phase === 'followUp';
  const isBeforeStart = phase === null && prompt.followUp === null && isAtStart(shown.session);
  const clock = clockSettings(phase, settings);
  const frame = usePrompterFrame(shown, clock);
  // After the last row, none is current.
  const rowIndex = prompt.reached === null ? frame.rowIndex : shown.plan.rows.length;
  return (
    <>
      {/* First for the keyboard, too. */}
      <FirstSteps session={shown.session} float={float} />
      <Header
        prompt={prompt}
        status={shown.session.status.kind}
        frame={frame}
        countUp={clock.countUp}
        rehearsing={shown.rehearsing}
      >
        <Controls session={shown.session} float={float} />
      </Header>
      <PaceBar shown={shown} frame={frame} reduced={reduced} />
      {prompt.followUp !== null ? (
        <PreparedAnswer key={prompt.followUp} {...prompt} />
      ) : isQuestionAlone ? (
        <ThinkQuestion question={prompt.question ?? prompt.title} />
      ) : (
        <Scroll shown={shown} readingLine={settings.readingLine} reduced={reduced}>
          <OutlineRows sections={prompt.sections} direction={prompt.direction} rowIndex={rowIndex} />
          <MayAsk {...prompt} />
        </Scroll>
      )}
      {isBeforeStart && <BeforeStart prompt={prompt} plan={shown.plan} />}
      {hasColumns && prompt.followUp === null && !isQuestionAlone && (
        <NextRows sections={prompt.sections} direction={prompt.direction} rowIndex={rowIndex} />
      )}
      {panel === 'controls' && <ControlsPanel session={shown.session} float={float} />}
    </>
  );
}

/** The question alone: during the think time of a rehearsal, since it must bring the story to mind, and for a follow-up. */
function ThinkQuestion({ question }: { question: string }) {
  return (
    <div className="think">
      <p dir="auto">{question}</p>
    </div>
  );
}
