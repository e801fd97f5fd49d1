import type { PrompterService } from './prompter.ts';
import { isRunning, type SessionAction, type SessionMode } from './session.ts';
import {
  followUpsOf,
  placeAfter,
  variantAfterShown,
  variantTitle,
  type CursorStep,
  type ShownStory,
} from './shown-story.ts';
import { roundDuration } from './shown-times.ts';
import { ownTargetOf, targetForText, targetKey, targetOf, withOwnTarget } from './target.ts';
import { rowStep, sectionStep } from './cursor.ts';
import { neighbourOf, storyToOffer, takesOffer } from './story-offer.ts';
import { keyLabel, type CommandId } from '../contract/commands.ts';
import { writtenStories } from '../stories/written-stories.ts';
import type { Settings, SettingsPatch } from '../settings/schema.ts';
import { stepSetting } from '../settings/setting-steps.ts';
import type { PinSlot, SettingKey } from '../settings/table.ts';
import type { Story } from '../stories/model.ts';

/** What the prompter’s commands act on: the program, or a page that has lost it. */
export interface PrompterHost {
  /** When the command was given, on the monotonic clock, in milliseconds. */
  nowMs: () => number;
  prompter: PrompterService;
  settings: () => Settings;
  changeSettings: (patch: SettingsPatch) => void;
  /** In the order of next-story. */
  stories: () => readonly Story[];
  /**
   * Shows a story on the prompter, as it was left, or told as a variant (null: itself) and for an alternate. Removes
   * the message about the last one (`info` of the kind `story`).
   */
  openStory: (story: Story, variant?: number | null, alternate?: number | null) => void;
  /** Shows a sentence; with a kind, in place of the last one of that kind. */
  info: (text: string, kind?: string) => void;
  /** Shows a setting’s new value for a moment. */
  showFigure: (key: SettingKey, text: string) => void;
}

export type PrompterRunner = (host: PrompterHost) => void;

/** How much add-time and take-time change the target. */
const addedMs = 15_000;

/** What the prompter’s own commands do. */
export const prompterRunners = {
  'play-pause': (host) => act(host, ({ session }) => ({ type: isRunning(session) ? 'pause' : 'play' })),
  reset: startOver,
  'add-time': (host) => act(host, () => ({ type: 'addTime', deltaMs: addedMs })),
  'take-time': (host) => act(host, () => ({ type: 'addTime', deltaMs: -addedMs })),
  'own-time': toggleOwnTime,
  'next-row': (host) => moveCursor(host, rowStep, 1),
  'previous-row': (host) => moveCursor(host, rowStep, -1),
  'next-section': (host) => moveCursor(host, sectionStep, 1),
  'previous-section': (host) => moveCursor(host, sectionStep, -1),
  'next-story': (host) => openNeighbour(host, 1),
  'previous-story': (host) => openNeighbour(host, -1),
  'last-story': openPrevious,
  'story-1': (host) => openPinned(host, '1'),
  'story-2': (host) => openPinned(host, '2'),
  'story-3': (host) => openPinned(host, '3'),
  'story-4': (host) => openPinned(host, '4'),
  'story-5': (host) => openPinned(host, '5'),
  'story-6': (host) => openPinned(host, '6'),
  'story-7': (host) => openPinned(host, '7'),
  'story-8': (host) => openPinned(host, '8'),
  'story-9': (host) => openPinned(host, '9'),
  'next-variant': openNextVariant,
  'next-follow-up': showNextFollowUp,
  'toggle-mode': (host) => {
    const mode = modeAfter(host.settings());
    host.changeSettings({ mode });
    host.info(modeWords[mode], 'mode');
  },
  faster: (host) => changeByStep(host, 'speed', 1),
  slower: (host) => changeByStep(host, 'speed', -1),
  bigger: (host) => changeByStep(host, 'textSize', 1),
  smaller: (host) => changeByStep(host, 'textSize', -1),
  'next-theme': (host) => {
    const theme = themeAfter[host.settings().theme];
    host.changeSettings({ theme });
    host.info(`Theme: ${themeNames[theme]}.`, 'theme');
  },
  'toggle-count-up': (host) => {
    const countUp = !host.settings().countUp;
    host.changeSettings({ countUp });
    host.info(countUp ? 'The clock counts up.' : 'The clock counts down.', 'countUp');
  },
} satisfies Partial<Record<CommandId, PrompterRunner>>;

/** With the voice only where Offbook listens: nothing else would move the outline. */
function modeAfter({ mode, listening }: Settings): SessionMode {
  if (mode === 'auto') return 'step';
  return mode === 'step' && listening ? 'voice' : 'auto';
}
const modeWords: Readonly<Record<SessionMode, string>> = {
  auto: 'Auto-scroll is on.',
  step: 'Auto-scroll is off.',
  voice: 'The outline follows your voice.',
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
function shownOrSaySo({ prompter, info }: PrompterHost): ShownStory | null {
  const shown = prompter.shown();
  if (shown === null) info('The prompter has no story yet. Open a folder with your stories first.');
  return shown;
}

function act(host: PrompterHost, actionFor: (shown: ShownStory) => SessionAction): void {
  const shown = shownOrSaySo(host);
  if (shown !== null) host.prompter.act(actionFor(shown));
}

/** To the story’s start. There already, what is shown for another question goes back to the story’s own. */
function startOver(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const { story, variant } = shown;
  host.prompter.act({ type: 'reset', targetMs: targetOf(story, host.settings(), variantTitle(story, variant)) });
  if (host.prompter.shown()?.alternate !== null) {
    host.info(`${keyLabel('reset')} again goes back to the story’s own question.`, 'story');
  }
}

/** Gives the story the time that its text takes, and takes it away again. */
function toggleOwnTime(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const { story, variant, plan } = shown;
  const title = variantTitle(story, variant);
  const before = host.settings();
  if (plan.estimateMs === null) {
    return host.info('This story has no full answer, so Offbook can’t tell how long its text takes.', 'story');
  }
  const textMs = targetForText(plan.estimateMs);
  const usualMs = targetOf(story, { ...before, storyTargets: {} }, title);
  const isOwn = ownTargetOf(story.id, before, title) === textMs;
  if (!isOwn && textMs === usualMs) return host.info(`The text takes ${roundDuration(textMs)}, as planned.`, 'story');
  const storyTargets = withOwnTarget(before, targetKey(story.id, title), isOwn ? null : textMs);
  host.changeSettings({ storyTargets });
  host.prompter.setTarget(isOwn ? usualMs : textMs);
  const back = isOwn ? '' : ` ${keyLabel('own-time')} goes back to ${roundDuration(usualMs)}.`;
  host.info(`This story now has ${roundDuration(isOwn ? usualMs : textMs)}.${back}`, 'story');
}

/**
 * After the last row it goes to what they may ask, and past either end it offers another story. From the answer to a
 * follow-up it goes back to the outline first: nobody wants to move what they don’t see.
 */
function moveCursor(host: PrompterHost, cursorStep: CursorStep, direction: 1 | -1): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  if (shown.followUp !== null) return host.prompter.showFollowUp(null);
  // Back from an offer is where it was made; on, nothing may hold up somebody who begins.
  if (direction === -1 && host.prompter.offered()?.step === 1) return host.prompter.offer(null);
  const place = placeAfter(shown, cursorStep, direction, host.nowMs());
  if (place === null) offerStory(host, shown, direction);
  else host.prompter.moveTo(place);
}

/**
 * Offers the story beside the shown one, and opens it with a second press: all that a clicker has to change stories. Back
 * does so only while the clock rests; somebody who is telling the first row has just come too far.
 */
function offerStory({ prompter, stories, settings, openStory, nowMs }: PrompterHost, shown: ShownStory, step: 1 | -1) {
  if (step === -1 && isRunning(shown.session)) return;
  const story = storyToOffer(stories(), settings().pins, shown.story.id, step);
  const offer = prompter.offered();
  if (story !== null && offer !== null && takesOffer(offer, story, nowMs())) openStory(story);
  else prompter.offer(story && { story, step, sinceMs: nowMs() });
}

/** The commands that make an offer, take it or turn it down. Any other takes it away. */
const offering: ReadonlySet<CommandId> = new Set(['next-row', 'previous-row', 'next-section', 'previous-section']);

/** Takes the offered story away, if the person does something else. */
export function endOffer(id: CommandId, { prompter }: PrompterHost): void {
  if (!offering.has(id)) prompter.offer(null);
}

function openNeighbour(host: PrompterHost, direction: 1 | -1): void {
  const stories = writtenStories(host.stories());
  const shown = stories.length === 0 ? shownOrSaySo(host) : host.prompter.shown();
  const next = neighbourOf(stories, shown?.story.id, direction);
  if (next === undefined) return;
  if (next.id === shown?.story.id) host.info('This is your only story.');
  else host.openStory(next);
}

/** Opens the previous story shown and, the next time, this one again. */
function openPrevious(host: PrompterHost): void {
  const previous = host.prompter.previous();
  if (previous === null) return host.info('No earlier story to go back to.');
  const story = host.stories().find((candidate) => candidate.id === previous);
  if (story === undefined) return host.info('The previous story is no longer in your files.');
  if (story.planned) return host.info(notWritten(story));
  host.openStory(story);
}

/** Goes through the story and its variants, in the middle of an answer too. */
function openNextVariant(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const { story, alternate } = shown;
  if (story.variants.length === 0) {
    return host.info(
      'This story has no variants. To make one, add a heading with another full answer under it.',
      'story',
    );
  }
  const variant = variantAfterShown(shown);
  host.openStory(story, variant, alternate);
  const name = variantTitle(story, variant) ?? 'Full answer';
  const following = variantAfterShown({ story, variant });
  const then = following === null ? 'goes back' : `shows “${variantTitle(story, following) ?? ''}”`;
  host.info(`${name} · ${keyLabel('next-variant')} ${then}`, 'story');
}

/** Goes through the prepared answers to follow-ups, and after the last one back to the outline. */
function showNextFollowUp(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const prepared = [...followUpsOf(shown).entries()].filter(([, { answer }]) => answer !== '').map(([index]) => index);
  if (prepared.length === 0) return host.info('This story has no prepared answer to a follow-up.', 'story');
  const after = shown.followUp ?? (shown.reached ?? 0) - 1;
  host.prompter.showFollowUp(prepared.find((index) => index > after) ?? null);
}

/** Changes a setting by a step and shows the new figure. */
export function changeByStep(host: PrompterHost, key: 'textSize' | 'speed' | 'opacity', direction: 1 | -1): void {
  const { value, text } = stepSetting(host.settings(), key, direction);
  if (value !== null) host.changeSettings({ [key]: value });
  host.showFigure(key, text);
}

/** Why a planned story isn’t shown. */
export function notWritten({ title }: Pick<Story, 'title'>): string {
  return `“${title}” isn’t written yet. Open it in your editor from the library.`;
}

/**
 * Shows the story pinned to a key, or a sentence if it has none. A pin whose story is gone stays, because the file may
 * come back.
 */
function openPinned({ settings, stories, openStory, info }: PrompterHost, slot: PinSlot): void {
  const id = settings().pins[slot]?.id;
  if (id === undefined) return info(`No story is pinned to ${slot} yet. Pin one in the library.`);
  const story = stories().find((candidate) => candidate.id === id);
  if (story === undefined) {
    return info(`The story pinned to ${slot} (${id}) is no longer in your files. Pin another one in the library.`);
  }
  if (story.planned) return info(notWritten(story));
  openStory(story);
}
