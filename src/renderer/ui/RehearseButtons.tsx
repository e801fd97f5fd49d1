import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import { useRehearse } from '../client/program-context.ts';

interface RehearseButtonsProps {
  stories: RehearsalSetup['stories'];
  /** The view’s main button. */
  isMain?: boolean;
  /** What the button says. */
  label?: string;
}

/** Starts a rehearsal at once, by the last choices; the button beside it shows them first. */
export function RehearseButtons({ stories, isMain = false, label = 'Rehearse' }: RehearseButtonsProps) {
  const { start, choose } = useRehearse();
  return (
    <span className="split-button">
      <button
        type="button"
        className="button"
        data-main={isMain}
        title="Starts at once, as you rehearsed last"
        onClick={() => start(stories)}
      >
        {label}
      </button>
      <button
        type="button"
        className="button"
        aria-label="Rehearsal options"
        title="Choose time, text and more first"
        onClick={() => choose(stories)}
      >
        …
      </button>
    </span>
  );
}
