import { settingRows } from '../core/settings-table.ts';
import type { Settings } from '../core/settings.ts';

type SteppedKey = 'textSize' | 'speed' | 'opacity';

interface Step {
  by: number;
  /** What to say at a bound. */
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  format: (value: number) => string;
}

/** The settings that a command makes a little more or less of. */
const settingSteps: Readonly<Record<SteppedKey, Step>> = {
  textSize: {
    by: 2,
    atLeast: (value) => `The text is as small as it gets: ${value}.`,
    atMost: (value) => `The text is as big as it gets: ${value}.`,
    format: (value) => `${value} pixels`,
  },
  speed: {
    by: 0.1,
    atLeast: (value) => `The scrolling is as slow as it gets: ${value}.`,
    atMost: (value) => `The scrolling is as fast as it gets: ${value}.`,
    format: (value) => `${value}×`,
  },
  opacity: {
    by: 0.05,
    atLeast: (value) => `The prompter is as see-through as it gets: ${value}.`,
    atMost: (value) => `The prompter is opaque already: ${value}.`,
    format: (value) => `${Math.round(value * 100)} %`,
  },
};

/** The value one step up or down, within its bounds; a sentence where it stands at the bound already. */
export function stepSetting(settings: Settings, key: SteppedKey, direction: 1 | -1): number | string {
  const step = settingSteps[key];
  const value = settings[key];
  const { min, max } = settingRows[key];
  const next = Math.min(max, Math.max(min, roundStep(value + direction * step.by)));
  if (next !== value) return next;
  return (direction === 1 ? step.atMost : step.atLeast)(step.format(value));
}

/** Whole hundredths, since 1.1 + 0.1 is 1.2000000000000002. */
function roundStep(value: number): number {
  return Math.round(value * 100) / 100;
}
