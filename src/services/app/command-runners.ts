import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { writtenStories } from '../../core/rehearsal/chosen-stories.ts';
import { rowStep, sectionStep } from '../../core/prompter/cursor.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { isRunning, type SessionAction } from '../../core/prompter/session.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { CommandRunners, Program, Runner } from '../rehearsal/program.ts';
import { notWritten, openPinned } from '../library/pins.ts';
import { rehearsalRunners } from '../rehearsal/rehearsal-commands.ts';
import { runnerOnPrompter } from '../rehearsal/rehearsal-on-prompter.ts';
import { stepSetting } from '../settings/setting-steps.ts';
import {
  followUpsOf,
  placeAfter,
  variantAfterShown,
  variantTitle,
  type CursorStep,
  type ShownStory,
} from '../../core/prompter/shown-story.ts';
import { ownTargetOf, targetForText, targetKey, targetOf, withOwnTarget } from '../../core/prompter/target.ts';

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
  reset: startOver,
  'add-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: addedMs })),
  'take-time': (program) => act(program, () => ({ type: 'addTime', deltaMs: -addedMs })),
  'own-time': toggleOwnTime,
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

/** To the story’s start. There already, what is shown for another question goes back to the story’s own. */
function startOver(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const { story, variant } = shown;
  program.prompter.act({ type: 'reset', targetMs: targetOf(story, program.settings(), variantTitle(story, variant)) });
  if (program.prompter.shown()?.alternate !== null) {
    program.info(`${keyLabel('reset')} again goes back to the story’s own question.`, 'reset');
  }
}

/** Gives the story the time that its text takes, and takes it away again. */
function toggleOwnTime(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const { story, variant, plan } = shown;
  const title = variantTitle(story, variant);
  const before = program.settings();
  if (plan.estimateMs === null) {
    return program.info('This story has no full answer, so Offbook can’t tell how long its text takes.', 'own-time');
  }
  const textMs = targetForText(plan.estimateMs);
  const usualMs = targetOf(story, { ...before, storyTargets: {} }, title);
  const isOwn = ownTargetOf(story.id, before, title) === textMs;
  if (!isOwn && textMs === usualMs)
    return program.info(`The text takes ${roundDuration(textMs)}, as planned.`, 'own-time');
  const storyTargets = withOwnTarget(before, targetKey(story.id, title), isOwn ? null : textMs);
  program.changeSettings({ storyTargets });
  program.prompter.setTarget(isOwn ? usualMs : textMs);
  const back = isOwn ? '' : ` ${keyLabel('own-time')} goes back to ${roundDuration(usualMs)}.`;
  program.info(`This story now has ${roundDuration(isOwn ? usualMs : textMs)}.${back}`, 'own-time');
}

/**
 * Silent at either end, where everybody sees that there is nowhere to go. After the last row it goes to what they may
 * ask. From the answer to a follow-up it goes back to the outline first: nobody wants to move what they don’t see.
 */
function moveCursor(program: Program, cursorStep: CursorStep, direction: 1 | -1): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  if (shown.followUp !== null) return program.prompter.showFollowUp(null);
  const place = placeAfter(shown, cursorStep, direction, program.clock.nowMs());
  if (place !== null) program.prompter.moveTo(place);
}

/** After the last written story comes the first. A story that is no longer in any file has no neighbours: starts at an end. */
function openNeighbour(program: Program, direction: 1 | -1): void {
  const stories = writtenStories(program.stories());
  const shown = stories.length === 0 ? shownOrSaySo(program) : program.prompter.shown();
  const at = stories.findIndex((story) => story.id === shown?.story.id);
  const next = at === -1 ? stories.at(direction === 1 ? 0 : -1) : stories.at((at + direction) % stories.length);
  if (next === undefined) return;
  if (next.id === shown?.story.id) program.info('This is your only story.');
  else program.openStory(next);
}

/** Opens the previous story shown and, the next time, this one again. */
function openPrevious(program: Program): void {
  const previous = program.prompter.previous();
  if (previous === null) return program.info('No earlier story to go back to.');
  const story = program.stories().find((candidate) => candidate.id === previous);
  if (story === undefined) return program.info('The previous story is no longer in your files.');
  if (story.planned) return program.info(notWritten(story));
  program.openStory(story);
}

/** Goes through the story and its variants, in the middle of an answer too. */
function openNextVariant(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const { story, alternate } = shown;
  if (story.variants.length === 0) {
    return program.info('This story has no variants. To make one, add a heading with another full answer under it.');
  }
  const variant = variantAfterShown(shown);
  program.openStory(story, variant, alternate);
  const name = variantTitle(story, variant) ?? 'Full answer';
  const following = variantAfterShown({ story, variant });
  const then = following === null ? 'goes back' : `shows “${variantTitle(story, following) ?? ''}”`;
  program.info(`${name} · ${keyLabel('next-variant')} ${then}`, 'variant');
}

/** Goes through the prepared answers to follow-ups, and after the last one back to the outline. */
function showNextFollowUp(program: Program): void {
  const shown = shownOrSaySo(program);
  if (shown === null) return;
  const prepared = [...followUpsOf(shown).entries()].filter(([, { answer }]) => answer !== '').map(([index]) => index);
  if (prepared.length === 0) return program.info('This story has no prepared answer to a follow-up.');
  const after = shown.followUp ?? (shown.reached ?? 0) - 1;
  program.prompter.showFollowUp(prepared.find((index) => index > after) ?? null);
}

function step(program: Program, key: 'textSize' | 'speed' | 'opacity', direction: 1 | -1): void {
  const { value, text } = stepSetting(program.settings(), key, direction);
  if (value !== null) program.changeSettings({ [key]: value });
  program.showFigure(key, text);
}

function stepOpacity(program: Program, direction: 1 | -1): void {
  if (program.shell.capabilities().opacity) return step(program, 'opacity', direction);
  program.info('Transparency needs the desktop app. A browser window is always opaque.');
}
