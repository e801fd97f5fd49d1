import { defaultVariant, withDefaultVariant } from '../../core/prompter/default-variant.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { shorterVariant } from '../../core/stories/lint/target.ts';
import type { Story } from '../../core/stories/model.ts';
import { useProgram } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';

interface DefaultVersionProps {
  story: Story;
  /** The variant whose tab is open; null for the story itself. */
  variant: number | null;
  settings: Settings;
}

/** Which version of a story comes by default, and the button for another: a shorter one where the full answer is too long. */
export function DefaultVersion({ story, variant, settings }: DefaultVersionProps) {
  const { bridge, store } = useProgram();
  const use = (index: number | null): void => {
    const title = index === null ? null : (story.variants[index]?.title ?? null);
    const storyVariants = withDefaultVariant(settings, story.id, title);
    void bridge.changeSettings({ storyVariants }).then((result) => showFailure(store, result));
  };
  const chosen = defaultVariant(story, settings);
  if (chosen !== null && (variant === null || variant === chosen)) {
    return (
      <p className="own-time">
        Comes as <b dir="auto">{story.variants[chosen]?.title}</b> by default.{' '}
        <button type="button" className="link" onClick={() => use(null)}>
          Use the full answer
        </button>
      </p>
    );
  }
  const shorter = variant === null ? shorterVariant(story, settings) : null;
  const offered = variant ?? shorter?.index ?? null;
  if (offered === null) return null;
  return (
    <p className="own-time num">
      {shorter !== null &&
        `A shorter answer ${shorter.fits ? `(${roundDuration(shorter.takesMs)}) fits` : `takes ${roundDuration(shorter.takesMs)}`}. `}
      <button type="button" className={shorter === null ? 'link' : 'button'} onClick={() => use(offered)}>
        Use it by default
      </button>
    </p>
  );
}
