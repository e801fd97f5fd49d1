import type { AppState } from '../../core/contract/contract.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import '../ui/charts.css';
import './rehearsal.css';
import './stage.css';
import './result.css';
import { RunSheet } from './RunSheet.tsx';
import { Setup } from './Setup.tsx';
import { SeriesSheet } from './SeriesSheet.tsx';
import { FollowUpStage, Stage } from './Stage.tsx';
import { useSpokenQuestions } from './use-spoken-questions.ts';

/** Rehearsing alone against the clock: the choices before, the stage, and a summary of each run. */
export function RehearsalView() {
  const app = useView((state) => state.app);
  const { panel } = usePanel();
  const step = app?.rehearsal?.step;
  return (
    <main className="rehearsal" aria-label="Rehearsal">
      {app === null ? <NoStory /> : <Step app={app} />}
      {/* On the stage it is above the keys, which it must not cover. */}
      {step !== 'answer' && step !== 'followUp' && <StatusLine />}
      {panel === 'problems' && <Problems />}
    </main>
  );
}

/** The step that the program is at; without a rehearsal, the setup for one. */
function Step({ app }: { app: AppState }) {
  const { rehearsal, settings } = app;
  useSpokenQuestions(rehearsal, settings);
  if (rehearsal === null) return <Setup app={app} />;
  switch (rehearsal.step) {
    case 'answer':
      return <Stage key={rehearsal.at} state={rehearsal} settings={settings} />;
    case 'followUp':
      return <FollowUpStage key={rehearsal.at} state={rehearsal} />;
    case 'result':
      return <RunSheet key={rehearsal.at} state={rehearsal} />;
    case 'sheet':
      return <SeriesSheet state={rehearsal} />;
  }
}
