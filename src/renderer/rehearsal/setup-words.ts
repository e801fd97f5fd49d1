import type { StoryBrief } from '../../core/contract/contract.ts';
import { counted } from '../ui/format/story.ts';
import { inDaysWords } from '../ui/format/day.ts';
import type { Chosen } from './setup-choices.ts';
import type { SetupUse } from './use-setup.ts';

/** What will be asked: `3 questions, about 7 minutes`. Stories that are drawn count with their mean. */
export function askedWords(
  fitting: readonly Pick<StoryBrief, 'targetMs'>[],
  asked: number,
  { order, targetMs }: Pick<Chosen, 'order' | 'targetMs'>,
  { thinkMs, ownTargetMs }: { thinkMs: number; ownTargetMs: number },
): string {
  const lengths = fitting.map((story) => (targetMs ?? story.targetMs ?? ownTargetMs) + thinkMs);
  const counting = order === 'listed' ? lengths.slice(0, asked) : lengths;
  const totalMs = counting.reduce((sum, ms) => sum + ms, 0) * (order === 'listed' ? 1 : asked / fitting.length);
  const minutes = Math.max(1, Math.round(totalMs / 60_000));
  return `${counted(asked, 'question')}, about ${counted(minutes, 'minute')}`;
}

/** Why a choice asks nothing, and what else can be chosen. The stories there are must be some. */
export function whyNothing(
  stories: Chosen['stories'],
  { isKnown, error, nextInDays }: Pick<SetupUse, 'isKnown' | 'error' | 'nextInDays'>,
): string {
  if (stories.which === 'one') return 'That story isn’t in your files any more.';
  if (stories.which === 'group') return 'That group has no story any more.';
  if (error !== null) return `What is due can’t be told: ${error}`;
  if (!isKnown) return '';
  const next = nextInDays === null ? '' : ` The next story is due ${inDaysWords(nextInDays)}.`;
  return `Nothing is due today.${next}`;
}
