import { settingRows } from '../../core/settings/table.ts';
import type { Settings } from '../../core/settings/schema.ts';

type SteppedKey = 'textSize' | 'speed' | 'opacity';

interface Step {
  by: number;
  /** What to say when it changed. */
  now: (value: string) => string;
  /** What to say at a bound. */
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  format: (value: number) => string;
}

/** The settings that a command makes a little more or less of. */
const settingSteps: Readonly<Record<SteppedKey, Step>> = {
  textSize: {
    by: 2,
    now: (value) => `Text at ${value}.`,
    atLeast: (value) => `The text is as small as it gets: ${value}.`,
    atMost: (value) => `The text is as big as it gets: ${value}.`,
    format: (value) => `${value} pixels`,
  },
  speed: {
    by: 0.1,
    now: (value) => `Scrolling at ${value}.`,
    atLeast: (value) => `The scrolling is as slow as it gets: ${value}.`,
    atMost: (value) => `The scrolling is as fast as it gets: ${value}.`,
    format: (value) => `${value}×`,
  },
  opacity: {
    by: 0.05,
    now: (value) => `The prompter is ${value} opaque.`,
    atLeast: (value) => `The prompter is as see-through as it gets: ${value}.`,
    atMost: (value) => `The prompter is opaque already: ${value}.`,
    format: (value) => `${Math.round(value * 100)} %`,
  },
};

export interface Stepped {
  /** Null where it stands at the bound already. */
  value: number | null;
  /** What it is now, or that it can't go on. */
  text: string;
}

/** The value one step up or down, within its bounds, and what to say of it. */
export function stepSetting(settings: Settings, key: SteppedKey, direction: 1 | -1): Stepped {
  const step = settingSteps[key];
  const value = settings[key];
  const { min, max } = settingRows[key];
  const next = Math.min(max, Math.max(min, roundStep(value + direction * step.by)));
  if (next !== value) return { value: next, text: step.now(step.format(next)) };
  return { value: null, text: (direction === 1 ? step.atMost : step.atLeast)(step.format(value)) };
}

/** Whole hundredths, since 1.1 + 0.1 is 1.2000000000000002. */
function roundStep(value: number): number {
  return Math.round(value * 100) / 100;
}
