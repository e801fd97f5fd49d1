import { keyLabel } from '../../core/contract/commands.ts';
import type { Prompt } from '../../core/contract/contract.ts';
import type { Plan } from '../../core/prompter/plan.ts';
import { isLongerThan, roundDuration } from '../../core/prompter/shown-times.ts';
import { useRunCommand } from '../client/program-context.ts';
import { keepFocus } from '../ui/focus.ts';
import { counted } from '../ui/format/story.ts';

/**
 * What else there is of the story, and that its text is longer than its time. It covers the empty part above
 * the first row, so that nothing moves when the clock starts.
 */
export function BeforeStart({ prompt, plan }: { prompt: Prompt; plan: Plan }) {
  const runCommand = useRunCommand();
  const offers = offersOf(prompt);
  const isLong = isLongerThan(plan.estimateMs, plan.targetMs);
  if (offers.length === 0 && !isLong) return null;
  return (
    <div className="before-start">
      <p className="what-else num">
        {offers.map((offer, index) => (
          <span key={offer}>
            {index > 0 && ' · '}
            <bdi>{offer}</bdi>
          </span>
        ))}
      </p>
      {isLong && (
        <button
          type="button"
          className="text-time num"
          title={`Give it the time that its text takes (${keyLabel('own-time')})`}
          onMouseDown={keepFocus}
          onClick={() => runCommand('own-time')}
        >
          text {roundDuration(plan.estimateMs ?? 0)} <kbd aria-hidden="true">{keyLabel('own-time')}</kbd>
        </button>
      )}
    </div>
  );
}

/** `V shorter 2:17`, `also for 4 questions`; for another question, that question. */
export function offersOf({
  nextVariant,
  alternate,
  alternates,
  shortQuestion,
}: Pick<Prompt, 'nextVariant' | 'alternate' | 'alternates' | 'shortQuestion'>): string[] {
  const offers: string[] = [];
  if (nextVariant !== null) {
    const { title, isShorter, estimateMs } = nextVariant;
    const name = title === null ? 'full answer' : isShorter ? 'shorter' : title;
    const time = estimateMs === null ? '' : ` ${roundDuration(estimateMs)}`;
    offers.push(`${keyLabel('next-variant')} ${name}${time}`);
  }
  if (alternate !== null && shortQuestion !== null) offers.push(shortQuestion);
  else if (alternates > 0) offers.push(`also for ${counted(alternates, 'question')}`);
  return offers;
}
