import { useState } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { FolderPanel } from '../ui/FolderPanel.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { FollowUp } from './FollowUp.tsx';
import { MockSheet } from './MockSheet.tsx';
import './rehearsal.css';
import { Result } from './Result.tsx';
import { firstChoice, type Chosen } from './setup-choices.ts';
import { Setup } from './Setup.tsx';
import { Stage } from './Stage.tsx';
import { useSpokenQuestions } from './use-spoken-questions.ts';

/** Rehearsing alone against the clock: the choices before it, the stage, the sheet of each run. */
export function RehearsalView() {
  const app = useView((state) => state.app);
  const { panel } = usePanel();
  const [chosen, setChosen] = useState<Chosen>(firstChoice);
  return (
    <main className="rehearsal" aria-label="Rehearsal">
      {app === null ? (
        <NoStory />
      ) : (
        <Step app={app} chosen={chosen} choose={(part) => setChosen((before) => ({ ...before, ...part }))} />
      )}
      <StatusLine />
      {panel === 'problems' && <Problems />}
      {panel === 'folder' && <FolderPanel />}
    </main>
  );
}

interface StepProps {
  app: AppState;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** What the program says is under way; before and after a rehearsal, its setup. */
function Step({ app, chosen, choose }: StepProps) {
  const { rehearsal, settings } = app;
  useSpokenQuestions(rehearsal, settings);
  if (rehearsal === null) return <Setup {...{ app, chosen, choose }} />;
  const { step, result, sheet, followUpAtMs, at } = rehearsal;
  if (step === 'followUp' && followUpAtMs !== null) return <FollowUp state={rehearsal} atMs={followUpAtMs} />;
  if (step === 'result' && result !== null) return <Result key={at} state={rehearsal} result={result} />;
  if (step === 'sheet' && sheet !== null) return <MockSheet sheet={sheet} />;
  return <Stage key={at} state={rehearsal} settings={settings} />;
}
