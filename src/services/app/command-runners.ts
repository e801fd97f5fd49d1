import { commands, type CommandId } from '../../core/contract/commands.ts';
import { writtenStories } from '../../core/rehearsal/chosen-stories.ts';
import { rowStep, sectionStep } from '../../core/prompter/cursor.ts';
import type { Plan } from '../../core/prompter/plan.ts';
import { cursorMs, isRunning, type SessionAction } from '../../core/prompter/session.ts';
import type { SizeCommand } from '../../core/prompter/window-sizes.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { CommandRunners, Program, Runner } from '../rehearsal/program.ts';
import { notWritten, openPinned } from '../library/pins.ts';
import { rehearsalRunners } from '../rehearsal/rehearsal-commands.ts';
import { runnerOnPrompter } from '../rehearsal/rehearsal-on-prompter.ts';
import { stepSetting } from '../settings/setting-steps.ts';
import { followUpsOf, targetOf, type ShownStory } from '../../core/prompter/shown-story.ts';

/** How much add-time and take-time change the target. */
const addedMs = 15_000;

/** Runs a command. While a rehearsal is on the prompter, the prompter’s commands act on that. */
export function runCommand(program: Program, id: CommandId): void {
  const { shows } = commands[id];
  if (shows !== undefined) return program.showView(shows);
  const runners: Partial<Record<CommandId, Runner>> = commandRunners;
  const run = runnerOnPrompter(id, program) ?? runners[id];
  run?.(program);
}

/** What each command does, except those that only show a view. A command without a runner doesn’t compile. */
const commandRunners: CommandRunners = {
  'play-pause': (program) => act(program, ({ session }) => ({ type: isRunning(session) ? 'pause' : 'play' })),
  reset: (program) => act(program, ({ story }) => ({ type: 'reset', targetMs: targetOf(story, program.settings()) })),
  'add-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: addedMs })),
  'take-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: -addedMs })),
  'next-row': (program) => moveCursor(program, rowStep, 1),
  'previous-row': (program) => moveCursor(program, rowStep, -1),
  'next-section': (program) => moveCursor(program, sectionStep, 1),
  'previous-section': (program) => moveCursor(program, sectionStep, -1),
  'next-story': (program) => openNeighbour(program, 1),
  'previous-story': (program) => openNeighbour(program, -1),
  'last-story': openPrevious,
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
  'next-follow-up': showNextFollowUp,
  'toggle-mode': (program) => {
    const mode = program.settings().mode === 'auto' ? 'step' : 'auto';
    program.changeSettings({ mode });
    program.info(mode === 'auto' ? 'Auto-scroll is on.' : 'Auto-scroll is off.', 'mode');
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
      return program.info('Keeping a window on top needs the desktop app. Here, float the prompter instead.');
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
  'toggle-line': (program) => resize(program, 'toggle-line'),
  'next-size': (program) => resize(program, 'next-size'),
  'toggle-click-through': (program) => program.info(program.shell.toggleClickThrough()),
  'undo-setting': (program) => program.info(program.undoSettings() ?? 'No settings change to undo.'),
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
  system: 'match system',
  dark: 'dark',
  light: 'light',
  contrast: 'high contrast',
};

/** The story on the prompter; without one, tells the person what to do. */
function shownOrSaySo({ prompter, info }: Program): ShownStory | null {
  const shown = prompter.shown();
  if (shown === null) info('The prompter has no story yet. Open a folder with your stories first.');
  return shown;
}

function act(program: Program, actionFor: (shown: ShownStory) => SessionAction): void {
  const shown = shownOrSaySo(program);
  if (shown !== null) program.prompter.act(actionFor(shown));
}

type CursorStep = (plan: Plan, atMs: number, step: 1 | -1) => number | null;

/**
 * Silent at either end, where everybody sees that there is nowhere to go. From the answer to a follow-up it goes back to
 * the outline first: nobody wants to move what they don’t see.
 */
function moveCursor(program: Program, cursorStep: CursorStep, direction: 1 | -1): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  if (shown.followUp !== null) return program.prompter.showFollowUp(null);
  const toMs = cursorStep(shown.plan, cursorMs(shown.session, program.clock.nowMs()), direction);
  if (toMs !== null) program.prompter.act({ type: 'moveCursor', cursorMs: toMs });
}

/** After the last written story comes the first. A story that is no longer in any file has no neighbours: starts at an end. */
function openNeighbour(program: Program, direction: 1 | -1): void {
  const stories = writtenStories(program.stories());
  const shown = stories.length === 0 ? shownOrSaySo(program) : program.prompter.shown();
  const at = stories.findIndex((story) => story.id === shown?.story.id);
  const next = at === -1 ? stories.at(direction === 1 ? 0 : -1) : stories.at((at + direction) % stories.length);
  if (next === undefined) return;
  if (next.id === shown?.story.id && shown.variant === null) program.info('This is your only story.');
  else program.openStory(next, null);
}

/** Opens the previous story shown and, the next time, this one again. */
function openPrevious(program: Program): void {
  const previous = program.prompter.previous();
  if (previous === null) return program.info('No earlier story to go back to.');
  const story = program.stories().find((candidate) => candidate.id === previous.storyId);
  if (story === undefined) return program.info('The previous story is no longer in your files.');
  if (story.planned) return program.info(notWritten(story));
  const has = (index: number | null, among: readonly unknown[]) =>
    index !== null && index < among.length ? index : null;
  program.openStory(story, has(previous.variant, story.variants), has(previous.alternate, story.alternates));
}

/** Cycles through the story and its variants. */
function openNextVariant(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const { story, variant } = shown;
  if (story.variants.length === 0) {
    return program.info('This story has no variants. To make one, add a heading with another full answer under it.');
  }
  const next = (variant ?? -1) + 1;
  program.openStory(story, next < story.variants.length ? next : null);
}

/** Goes through the prepared answers to follow-ups, and after the last one back to the outline. */
function showNextFollowUp(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const prepared = [...followUpsOf(shown).entries()].filter(([, { answer }]) => answer !== '').map(([index]) => index);
  if (prepared.length === 0) return program.info('This story has no prepared answer to a follow-up.');
  program.prompter.showFollowUp(prepared.find((index) => index > (shown.followUp ?? -1)) ?? null);
}

function step(program: Program, key: 'textSize' | 'speed' | 'opacity', direction: 1 | -1): void {
  const { value, text } = stepSetting(program.settings(), key, direction);
  if (value !== null) program.changeSettings({ [key]: value });
  program.showFigure(key, text);
}

function resize(program: Program, command: SizeCommand): void {
  const cannot = program.shell.resizePrompter(command);
  if (cannot !== null) program.info(cannot);
}

function stepOpacity(program: Program, direction: 1 | -1): void {
  if (program.shell.capabilities().opacity) return step(program, 'opacity', direction);
  program.info('Transparency needs the desktop app. A browser window is always opaque.');
}
