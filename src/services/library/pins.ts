import { pinSlots, type PinSlot } from '../../core/settings/table.ts';
import type { Pin, Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import { findSuccessor } from '../../core/stories/story-successor.ts';
import type { Following } from './story-follower.ts';

type Pins = Settings['pins'];

/** The pins with this story on that key only, or on none. It replaces the key’s previous story. */
export function withPin(pins: Pins, pin: Pin, slot: PinSlot | null): Pins {
  const others = pinSlots.filter((other) => other !== slot && pins[other] !== undefined && pins[other].id !== pin.id);
  const kept: Pins = Object.fromEntries(others.map((other) => [other, pins[other]]));
  return slot === null ? kept : { ...kept, [slot]: pin };
}

/** The key’s name in the settings; null for a number without a key. */
export function slotNamed(number: number | null): PinSlot | null {
  return pinSlots.find((slot) => slot === String(number)) ?? null;
}

/**
 * The pins for the stories as they are now. A pin whose story got another id follows it: by half of its text if the
 * story was known before, else by all of it. No two pins follow to the same story; a pin without a story stays.
 */
export function followedPins(pins: Pins, { known, stories, textOf, isWhole }: Following): Pins {
  const knownIds = new Set(known.map(({ id }) => id));
  const present = new Map(stories.map((story) => [story.id, story]));
  const held = new Set(pinSlots.flatMap((slot) => pins[slot]?.id ?? []).filter((id) => present.has(id)));

  function successorOf({ id, text }: Pin): Story | null {
    const free = stories.filter((story) => !held.has(story.id));
    const gone = known.find((story) => story.id === id);
    const renamed = gone === undefined ? null : findSuccessor(gone, known, free);
    if (renamed !== null || text === '' || !isWhole) return renamed;
    return free.find((story) => !knownIds.has(story.id) && textOf(story) === text) ?? null;
  }

  const followed = pinSlots.flatMap((slot): [PinSlot, Pin][] => {
    const pin = pins[slot];
    if (pin === undefined) return [];
    const story = present.get(pin.id) ?? successorOf(pin);
    if (story === null) return [[slot, pin]];
    held.add(story.id);
    return [[slot, { id: story.id, text: textOf(story) }]];
  });
  return Object.fromEntries(followed);
}

/** What single stories have in the settings, by their ids as they are now: what a renamed story has goes with it. */
export function followedKeys<Value>(
  byStory: Readonly<Record<string, Value>>,
  { known, stories }: Pick<Following, 'known' | 'stories'>,
): Record<string, Value> {
  const present = new Set(stories.map(({ id }) => id));
  const followed = Object.entries(byStory).map(([key, value]): [string, Value] => {
    const [id = key, ...variant] = key.split('#');
    const gone = present.has(id) ? undefined : known.find((story) => story.id === id);
    const renamed = gone === undefined ? null : findSuccessor(gone, known, stories);
    return [renamed === null ? key : [renamed.id, ...variant].join('#'), value];
  });
  return Object.fromEntries(followed);
}
