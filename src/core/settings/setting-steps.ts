import { settingRows } from './table.ts';
import type { Settings } from './schema.ts';

type SteppedKey = 'textSize' | 'speed' | 'opacity';

interface Step {
  by: number;
  /** What to say when it has changed. */
  now: (value: string) => string;
  /** What to say at either limit. */
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  format: (value: number) => string;
}

/** The settings that commands change step by step. */
const settingSteps: Readonly<Record<SteppedKey, Step>> = {
  textSize: {
    by: 2,
    now: (value) => `Text size: ${value}.`,
    atLeast: (value) => `Text size is at its minimum (${value}).`,
    atMost: (value) => `Text size is at its maximum (${value}).`,
    format: (value) => `${value} pixels`,
  },
  speed: {
    by: 0.1,
    now: (value) => `Scrolling speed: ${value}.`,
    atLeast: (value) => `Scrolling speed is at its minimum (${value}).`,
    atMost: (value) => `Scrolling speed is at its maximum (${value}).`,
    format: (value) => `${value}×`,
  },
  opacity: {
    by: 0.05,
    now: (value) => `Opacity: ${value}.`,
    atLeast: (value) => `The prompter is at maximum transparency (${value} opaque).`,
    atMost: (value) => `The prompter is already opaque (${value}).`,
    format: (value) => `${Math.round(value * 100)} %`,
  },
};

export interface Stepped {
  /** Null if it is already at its limit. */
  value: number | null;
  /** Its new value, or that it is at its limit. */
  text: string;
}

/** The value one step up or down, within its limits, and what to say about it. */
export function stepSetting(settings: Settings, key: SteppedKey, direction: 1 | -1): Stepped {
  const step = settingSteps[key];
  const value = settings[key];
  const { min, max } = settingRows[key];
  const next = Math.min(max, Math.max(min, roundStep(value + direction * step.by)));
  if (next !== value) return { value: next, text: step.now(step.format(next)) };
  return { value: null, text: (direction === 1 ? step.atMost : step.atLeast)(step.format(value)) };
}

/** To whole hundredths, because 1.1 + 0.1 is 1.2000000000000002. */
function roundStep(value: number): number {
  return Math.round(value * 100) / 100;
}
