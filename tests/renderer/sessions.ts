import type { AppState, SessionState } from '../../src/core/contract/contract.ts';
import type { Plan } from '../../src/core/prompter/plan.ts';
import { newSession, reduceSession, type SessionAction } from '../../src/core/prompter/session.ts';
import { defaultSettings } from '../../src/core/settings/schema.ts';

/** Four rows of 10, 20, 10 and 20 seconds. */
export const plan: Plan = {
  targetMs: 60_000,
  estimateMs: null,
  sections: [
    { kind: 'situation', label: 'S', startMs: 0, endMs: 30_000 },
    { kind: 'action', label: 'A', startMs: 30_000, endMs: 60_000 },
  ],
  rows: [
    { id: 'one', startMs: 0, endMs: 10_000 },
    { id: 'two', startMs: 10_000, endMs: 30_000 },
    { id: 'three', startMs: 30_000, endMs: 40_000 },
    { id: 'four', startMs: 40_000, endMs: 60_000 },
  ],
};

/** A session on that plan after actions at times of the services' clock. */
export function sessionAfter(...actions: [atMs: number, action: SessionAction][]): SessionState {
  let session = newSession(plan.targetMs, 'auto', 1);
  for (const [atMs, action] of actions) session = reduceSession(session, action, atMs);
  return { prompt: null, plan, session, rehearsing: null, recent: [], offer: null, sentAtMs: actions.at(-1)?.[0] ?? 0 };
}

/** A program with that session and one story on the prompter, unless told otherwise. */
export function appWith(part: Partial<AppState> = {}): AppState {
  const session = sessionAfter();
  return {
    library: { folders: ['/stories'], samples: false, status: 'ready', stories: [], problems: [] },
    session: { ...session, prompt: promptCalled('kiln') },
    rehearsal: null,
    settings: defaultSettings(),
    settingsFile: '/home/settings.json',
    notices: [],
    capabilities: {
      shell: 'browser',
      chooseFolder: false,
      alwaysOnTop: false,
      opacity: false,
      dropFiles: false,
      clickThrough: false,
      contentProtection: false,
      startAtLogin: false,
      mediaKeys: false,
      microphone: true,
      hotkeys: [],
      panel: [],
    },
    ...part,
  };
}

export function promptCalled(storyId: string): NonNullable<SessionState['prompt']> {
  return {
    storyId,
    variant: null,
    variantTitle: null,
    nextVariant: null,
    group: 'Ownership',
    title: 'The kiln that ran cold',
    name: 'The kiln that ran cold',
    question: null,
    shortQuestion: null,
    alternate: null,
    alternates: 0,
    derived: false,
    sections: [],
    direction: 'ltr',
    isGone: false,
    followUps: [],
    reached: null,
    followUp: null,
  };
}
