import { pinSlots, type PinSlot } from '../../core/settings/table.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Program } from '../base/program.ts';

type Pins = Settings['pins'];

/** The pins with this story on that key alone, or on none. Who was on the key before is off it. */
export function withPin(pins: Pins, storyId: string, slot: PinSlot | null): Pins {
  const others = pinSlots.filter((other) => other !== slot && pins[other] !== undefined && pins[other] !== storyId);
  const kept: Pins = Object.fromEntries(others.map((other) => [other, pins[other]]));
  return slot === null ? kept : { ...kept, [slot]: storyId };
}

/** The key's name among the settings; null for a number that is no key. */
export function slotNamed(number: number | null): PinSlot | null {
  return pinSlots.find((slot) => slot === String(number)) ?? null;
}

/**
 * Puts the story of a key on the prompter. A pin whose story is gone stays, since the file may come back; it says
 * so, as does a key without a story.
 */
export function openPinned({ settings, stories, stage, info }: Program, slot: PinSlot): void {
  const id = settings().pins[slot];
  if (id === undefined) return info(`No story is pinned to ${slot} yet. Pin one in the library.`);
  const story = stories().find((candidate) => candidate.id === id);
  if (story === undefined) {
    return info(`The story pinned to ${slot} (${id}) is no longer in your files. Pin another one in the library.`);
  }
  stage.open(story, null);
}
