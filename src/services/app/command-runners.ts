import { commands, type CommandId } from '../../core/contract/commands.ts';
import { rowStep, sectionStep } from '../../core/prompter/cursor.ts';
import type { Plan } from '../../core/prompter/plan.ts';
import { cursorMs, type SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { CommandRunners, Program, Runner } from '../base/program.ts';
import { openPinned } from '../library/pins.ts';
import { rehearsalRunners } from '../rehearsal/rehearsal-commands.ts';
import { runnerOnPrompter } from '../rehearsal/rehearsal-on-prompter.ts';
import { stepSetting } from '../settings/setting-steps.ts';
import { targetOf, type StoryRun } from '../prompter/session-actions.ts';

/** What add-time and take-time give and take. */
const addedMs = 15_000;

/** Carries a command out. While a run is on the prompter, the prompter's commands mean that run. */
export function runCommand(program: Program, id: CommandId): void {
  const { shows } = commands[id];
  if (shows !== undefined) return program.showView(shows);
  const runners: Partial<Record<CommandId, Runner>> = commandRunners;
  const run = runnerOnPrompter(id, program) ?? runners[id];
  run?.(program);
}

/** What each command does that doesn't just show something. One without a runner doesn't compile. */
const commandRunners: CommandRunners = {
  'play-pause': (program) => act(program, ({ session }) => ({ type: session.status === 'running' ? 'pause' : 'play' })),
  reset: (program) => act(program, ({ story }) => ({ type: 'reset', targetMs: targetOf(story, program.settings()) })),
  'add-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: addedMs })),
  'take-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: -addedMs })),
  'next-row': (program) => moveCursor(program, rowStep, 1),
  'previous-row': (program) => moveCursor(program, rowStep, -1),
  'next-section': (program) => moveCursor(program, sectionStep, 1),
  'previous-section': (program) => moveCursor(program, sectionStep, -1),
  'next-story': (program) => openNeighbour(program, 1),
  'previous-story': (program) => openNeighbour(program, -1),
  'last-story': openLast,
  'story-1': (program) => openPinned(program, '1'),
  'story-2': (program) => openPinned(program, '2'),
  'story-3': (program) => openPinned(program, '3'),
  'story-4': (program) => openPinned(program, '4'),
  'story-5': (program) => openPinned(program, '5'),
  'story-6': (program) => openPinned(program, '6'),
  'story-7': (program) => openPinned(program, '7'),
  'story-8': (program) => openPinned(program, '8'),
  'story-9': (program) => openPinned(program, '9'),
  'next-variant': openNextVariant,
  'toggle-mode': (program) => {
    const mode = program.settings().mode === 'auto' ? 'step' : 'auto';
    program.changeSettings({ mode });
    program.info(mode === 'auto' ? 'The outline scrolls by itself.' : 'The outline moves on at your key.', 'mode');
  },
  faster: (program) => step(program, 'speed', 1),
  slower: (program) => step(program, 'speed', -1),
  bigger: (program) => step(program, 'textSize', 1),
  smaller: (program) => step(program, 'textSize', -1),
  'more-opaque': (program) => stepOpacity(program, 1),
  'less-opaque': (program) => stepOpacity(program, -1),
  'next-theme': (program) => {
    const theme = themeAfter[program.settings().theme];
    program.changeSettings({ theme });
    program.info(`Theme: ${themeNames[theme]}.`, 'theme');
  },
  'toggle-count-up': (program) => {
    const countUp = !program.settings().countUp;
    program.changeSettings({ countUp });
    program.info(countUp ? 'The clock counts up.' : 'The clock counts down.', 'countUp');
  },
  'toggle-top': (program) => {
    if (!program.shell.capabilities().alwaysOnTop) {
      return program.info('Only the desktop program can keep its window on top. Here, float the prompter instead.');
    }
    const alwaysOnTop = !program.settings().alwaysOnTop;
    program.changeSettings({ alwaysOnTop });
    program.info(alwaysOnTop ? 'The prompter stays on top.' : 'Other windows can cover the prompter.', 'alwaysOnTop');
  },
  'toggle-prompter': (program) => {
    const cannot = program.shell.togglePrompter();
    if (cannot !== null) program.info(cannot);
  },
  'to-camera': (program) => {
    const cannot = program.shell.moveUnderCamera();
    if (cannot !== null) program.info(cannot);
  },
  'toggle-click-through': (program) => program.info(program.shell.toggleClickThrough()),
  'undo-setting': (program) => program.info(program.undoSettings() ?? 'There is no change of settings to undo.'),
  'report-problem': (program) => program.reportProblem(),
  ...rehearsalRunners,
};

type Theme = Settings['theme'];
const themeAfter: Readonly<Record<Theme, Theme>> = {
  system: 'dark',
  dark: 'light',
  light: 'contrast',
  contrast: 'system',
};
const themeNames: Readonly<Record<Theme, string>> = {
  system: 'as the system has it',
  dark: 'dark',
  light: 'light',
  contrast: 'high contrast',
};

/** The run on the prompter; where there is none, says what to do about it. */
function runOrSaySo({ stage, info }: Program): StoryRun | null {
  const run = stage.run();
  if (run === null) info('There is no story on the prompter yet. Open a folder with your stories first.');
  return run;
}

function act(program: Program, actionFor: (run: StoryRun) => SessionAction): void {
  const run = runOrSaySo(program);
  if (run !== null) program.stage.act(actionFor(run));
}

type CursorStep = (plan: Plan, atMs: number, step: 1 | -1) => number | null;

/** At either end there is nowhere to go, and everybody sees that: no sentence. */
function moveCursor(program: Program, cursorStep: CursorStep, direction: 1 | -1): void {
  const run = runOrSaySo(program);
  if (run === null) return;
  const toMs = cursorStep(run.plan, cursorMs(run.session, program.clock.nowMs()), direction);
  if (toMs !== null) program.stage.act({ type: 'moveCursor', cursorMs: toMs });
}

/** Past the last story comes the first. A story that is in no file any more has no neighbours: begin at an end. */
function openNeighbour(program: Program, direction: 1 | -1): void {
  const stories = program.stories();
  const shown = stories.length === 0 ? runOrSaySo(program) : program.stage.run();
  const at = stories.findIndex((story) => story.id === shown?.story.id);
  const next = at === -1 ? stories.at(direction === 1 ? 0 : -1) : stories.at((at + direction) % stories.length);
  if (next === undefined) return;
  if (next.id === shown?.story.id && shown.variant === null) program.info('There is no other story in the folder.');
  else program.stage.open(next, null);
}

/** To the story before and, asked again, back to this one. */
function openLast(program: Program): void {
  const place = program.stage.before();
  if (place === null) return program.info('There was no other story on the prompter yet.');
  const story = program.stories().find((candidate) => candidate.id === place.storyId);
  if (story === undefined) return program.info('The story before is no longer in your files.');
  const has = (index: number | null, among: readonly unknown[]) =>
    index !== null && index < among.length ? index : null;
  program.stage.open(story, has(place.variant, story.variants), has(place.alternate, story.alternates));
}

/** The story, its variants one by one, the story again. */
function openNextVariant(program: Program): void {
  const run = runOrSaySo(program);
  if (run === null) return;
  const { story, variant } = run;
  if (story.variants.length === 0) {
    return program.info(
      'This story has no variants. A heading of its own with another full answer under it makes one.',
    );
  }
  const next = (variant ?? -1) + 1;
  program.stage.open(story, next < story.variants.length ? next : null);
}

function step(program: Program, key: 'textSize' | 'speed' | 'opacity', direction: 1 | -1): void {
  const { value, text } = stepSetting(program.settings(), key, direction);
  if (value !== null) program.changeSettings({ [key]: value });
  program.showFigure(key, text);
}

function stepOpacity(program: Program, direction: 1 | -1): void {
  if (program.shell.capabilities().opacity) return step(program, 'opacity', direction);
  program.info('Only the desktop program can be see-through. A browser window is always opaque.');
}
