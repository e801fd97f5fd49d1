import type { SubmitEvent } from 'react';
import { mockCounts, type Chosen } from './setup-choices.ts';
import type { SetupUse } from './use-setup.ts';
import { WordSelect } from './WordSelect.tsx';

interface MockLineProps {
  /** How many there are. */
  stories: number;
  use: SetupUse;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** The other way to rehearse: an interview over all stories, with think time, text and target as above. */
export function MockLine({ stories, use, chosen, choose }: MockLineProps) {
  const count = Math.min(chosen.mockCount, stories);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    use.startMock();
  };
  return (
    <form className="mock" aria-label="Mock interview" onSubmit={submit}>
      <p className="setup-line">
        Mock interview:{' '}
        <WordSelect
          label="How many questions"
          value={String(count)}
          choose={(value) => choose({ mockCount: Number(value) })}
        >
          {mockCounts(stories).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </WordSelect>{' '}
        {count === 1 ? 'question' : 'questions'} over all your competencies, no story twice.
      </p>
      <button type="submit" className="button">
        Start the interview
      </button>
    </form>
  );
}
