import type { Plan } from './plan.ts';
import type { PrompterService } from './prompter.ts';
import { cursorMs, isRunning, type SessionAction } from './session.ts';
import { followUpsOf, targetOf, type ShownStory } from './shown-story.ts';
import { rowStep, sectionStep } from './cursor.ts';
import type { CommandId } from '../contract/commands.ts';
import { writtenStories } from '../rehearsal/chosen-stories.ts';
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
  /** Shows a story on the prompter, or its variant; of an alternate, the question and the notes. */
  openStory: (story: Story, variant: number | null, alternate?: number | null) => void;
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
  reset: (host) => act(host, ({ story }) => ({ type: 'reset', targetMs: targetOf(story, host.settings()) })),
  'add-time': (host) => act(host, () => ({ type: 'addTime', deltaMs: addedMs })),
  'take-time': (host) => act(host, () => ({ type: 'addTime', deltaMs: -addedMs })),
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
    const mode = host.settings().mode === 'auto' ? 'step' : 'auto';
    host.changeSettings({ mode });
    host.info(mode === 'auto' ? 'Auto-scroll is on.' : 'Auto-scroll is off.', 'mode');
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

type CursorStep = (plan: Plan, atMs: number, step: 1 | -1) => number | null;

/**
 * Silent at either end, where everybody sees that there is nowhere to go. From the answer to a follow-up it goes back to
 * the outline first: nobody wants to move what they don’t see.
 */
function moveCursor(host: PrompterHost, cursorStep: CursorStep, direction: 1 | -1): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  if (shown.followUp !== null) return host.prompter.showFollowUp(null);
  const toMs = cursorStep(shown.plan, cursorMs(shown.session, host.nowMs()), direction);
  if (toMs !== null) host.prompter.act({ type: 'moveCursor', cursorMs: toMs });
}

/** After the last written story comes the first. A story that is no longer in any file has no neighbours: starts at an end. */
function openNeighbour(host: PrompterHost, direction: 1 | -1): void {
  const stories = writtenStories(host.stories());
  const shown = stories.length === 0 ? shownOrSaySo(host) : host.prompter.shown();
  const at = stories.findIndex((story) => story.id === shown?.story.id);
  const next = at === -1 ? stories.at(direction === 1 ? 0 : -1) : stories.at((at + direction) % stories.length);
  if (next === undefined) return;
  if (next.id === shown?.story.id && shown.variant === null) host.info('This is your only story.');
  else host.openStory(next, null);
}

/** Opens the previous story shown and, the next time, this one again. */
function openPrevious(host: PrompterHost): void {
  const previous = host.prompter.previous();
  if (previous === null) return host.info('No earlier story to go back to.');
  const story = host.stories().find((candidate) => candidate.id === previous.storyId);
  if (story === undefined) return host.info('The previous story is no longer in your files.');
  if (story.planned) return host.info(notWritten(story));
  const has = (index: number | null, among: readonly unknown[]) =>
    index !== null && index < among.length ? index : null;
  host.openStory(story, has(previous.variant, story.variants), has(previous.alternate, story.alternates));
}

/** Cycles through the story and its variants. */
function openNextVariant(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const { story, variant } = shown;
  if (story.variants.length === 0) {
    return host.info('This story has no variants. To make one, add a heading with another full answer under it.');
  }
  const next = (variant ?? -1) + 1;
  host.openStory(story, next < story.variants.length ? next : null);
}

/** Goes through the prepared answers to follow-ups, and after the last one back to the outline. */
function showNextFollowUp(host: PrompterHost): void {
  const shown = shownOrSaySo(host);
  if (shown === null) return;
  const prepared = [...followUpsOf(shown).entries()].filter(([, { answer }]) => answer !== '').map(([index]) => index);
  if (prepared.length === 0) return host.info('This story has no prepared answer to a follow-up.');
  host.prompter.showFollowUp(prepared.find((index) => index > (shown.followUp ?? -1)) ?? null);
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
  openStory(story, null);
}
