import { settingRows } from '../settings/table.ts';
import type { Settings } from '../settings/schema.ts';
import { slug } from '../stories/ids.ts';
import type { Story } from '../stories/model.ts';
import { clamp } from '../values.ts';
import { toSecond } from './shown-times.ts';

/** The key of a story’s own time in the settings, or of one of its variants by its title, which has other words. */
export function targetKey(storyId: string, variantTitle: string | null): string {
  return variantTitle === null ? storyId : `${storyId}#${slug(variantTitle)}`;
}

/** The target of a story or its variant, in milliseconds: the person’s own for it, else the file’s, else the usual one. */
export function targetOf(
  { id, targetMs }: Pick<Story, 'id' | 'targetMs'>,
  settings: Pick<Settings, 'targetMs' | 'storyTargets'>,
  variantTitle: string | null = null,
): number {
  return ownTargetOf(id, settings, variantTitle) ?? targetMs ?? settings.targetMs;
}

/** The time that the person gave a story or its variant; null if they gave it none. */
export function ownTargetOf(
  storyId: string,
  { storyTargets }: Pick<Settings, 'storyTargets'>,
  variantTitle: string | null = null,
): number | null {
  const key = targetKey(storyId, variantTitle);
  // A story can have any name, also that of something that every object has.
  return Object.hasOwn(storyTargets, key) ? (storyTargets[key] ?? null) : null;
}

/** The person’s times with this one for a story or its variant; null takes it away. */
export function withOwnTarget(
  { storyTargets }: Pick<Settings, 'storyTargets'>,
  key: string,
  targetMs: number | null,
): Settings['storyTargets'] {
  const others = Object.entries(storyTargets).filter(([other]) => other !== key);
  return Object.fromEntries(targetMs === null ? others : [...others, [key, targetMs]]);
}

/** A text’s time as a target: in whole seconds, as it is shown, and within the bounds of a target. */
export function targetForText(estimateMs: number): number {
  const { min, max } = settingRows.targetMs;
  return clamp(toSecond(estimateMs), min, max);
}
