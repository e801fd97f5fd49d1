import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { answerCall } from '../../../src/core/contract/answer-call.ts';
import type { CallInput, CallName } from '../../../src/core/contract/contract.ts';
import { parseRecord, type HistoryJoin, type RunRecord } from '../../../src/core/rehearsal/record.ts';
import type { RunAction } from '../../../src/core/rehearsal/reduce-run.ts';
import { defaultSetup, type RehearsalSetup } from '../../../src/core/rehearsal/questions.ts';
import type { RehearsalRun } from '../../../src/core/rehearsal/run.ts';
import type { RehearsalState } from '../../../src/core/rehearsal/state.ts';
import type { AppOptions } from '../../../src/services/base/program.ts';
import { practiceLogFile } from '../../../src/services/practice/log.ts';
import { driveApp, type DrivenApp } from '../app-driver.ts';
import { tempFolder } from '../temp-folder.ts';

/** A story file's text: a question with a follow-up, an outline of four sections, a full answer of four. */
export function toldStory(title: string, group = 'Ownership', also = ''): string {
  return `# ${group}

## ${title}

When did you ${title.toLowerCase()}? * What would you do differently?

> * S:
>   * The harbour office kept its ledgers on paper
>   * Nobody could say which berth was free
> * T:
>   * Know every berth within a minute
> * A:
>   * Walked the quay with the wardens
>   * Built a board from what they asked
>   * Ran both for 2 weeks
> * R:
>   * Berths known in 20 seconds

**S:** The harbour office kept its ledgers on paper and nobody could say which berth was free.

**T:** I had to make every berth known within a minute.

**A:** I walked the quay with the wardens, built a board from what they asked for, and ran both for two weeks.

**R:** We knew every berth in 20 seconds.
${also}`;
}

/** "Also works for" with one more question under another group. */
export function alsoAsks(group: string, question: string): string {
  return `
## Also works for

### ${group}

${question}
`;
}

export interface Rehearsed extends DrivenApp {
  folder: string;
  call: <Name extends CallName>(name: Name, input?: CallInput<Name>) => ReturnType<typeof answerCall>;
  act: (action: RunAction | RunAction['type']) => Promise<void>;
  rehearsal: () => RehearsalState;
  /** The same, which must be at that step. */
  at: <Step extends RehearsalState['step']>(step: Step) => Extract<RehearsalState, { step: Step }>;
  /** The current run, open or ended. */
  run: () => RehearsalRun;
  /** Begins a rehearsal of this story, without think time unless told otherwise. */
  rehearse: (id: string, more?: Partial<RehearsalSetup>) => Promise<void>;
  /** What the log holds on disk. */
  runs: () => Promise<RunRecord[]>;
  joins: () => Promise<HistoryJoin[]>;
  id: (title: string) => string;
  write: (name: string, text: string) => Promise<void>;
}

/** The program with these files, ready. */
export async function rehearsedApp(
  files: Record<string, string>,
  options: Partial<AppOptions> = {},
): Promise<Rehearsed> {
  const folder = await tempFolder();
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const driven = await driveApp({ folders: [folder], ...options });
  await driven.ready();

  const call: Rehearsed['call'] = (name, input) => answerCall(driven.app.handlers, name, input);
  const must = async (name: CallName, input?: unknown): Promise<void> => {
    const result = await answerCall(driven.app.handlers, name, input);
    if (!result.ok) throw new Error(result.error);
  };
  const lines = async () => {
    const text = await readFile(practiceLogFile(driven.settingsDir), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean).map(parseRecord);
  };
  const id = (title: string): string => {
    const story = driven.state().library.stories.find((candidate) => candidate.title === title);
    if (story === undefined) throw new Error(`There is no story ${title}.`);
    return story.id;
  };
  const rehearsal = (): RehearsalState => {
    const state = driven.state().rehearsal;
    if (state === null) throw new Error('No rehearsal is in progress.');
    return state;
  };
  return {
    ...driven,
    folder,
    write,
    call,
    id,
    act: (action) => must('actOnRun', { action: typeof action === 'string' ? { type: action } : action }),
    rehearsal,
    at: <Step extends RehearsalState['step']>(step: Step) => {
      const state = rehearsal();
      if (state.step !== step) throw new Error(`The rehearsal is at its ${state.step}, not its ${step}.`);
      return state as Extract<RehearsalState, { step: Step }>;
    },
    run: () => {
      const state = rehearsal();
      if (state.step === 'sheet') throw new Error('The interview is over.');
      return state.run;
    },
    rehearse: (storyId, more = {}) =>
      must('startRehearsal', { ...defaultSetup, stories: { which: 'one', id: storyId }, thinkMs: 0, ...more }),
    runs: async () => (await lines()).flatMap((line) => (line.kind === 'run' ? [line.run] : [])),
    joins: async () => (await lines()).flatMap((line) => (line.kind === 'join' ? [line.join] : [])),
  };
}
