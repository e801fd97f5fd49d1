import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react';
import type { FadeLevel } from '../../core/rehearsal/fade.ts';
import { settingRows } from '../../core/settings/table.ts';
import { useProgram } from '../client/program-context.ts';
import { showError } from '../client/store.ts';
import {
  type Chosen,
  countOptions,
  mockCounts,
  type Option,
  orderOptions,
  type QuestionChoice,
  questionOptions,
  readStoriesValue,
  storiesValue,
  storyOptions,
  targetOptions,
} from './setup-choices.ts';
import { StepField } from '../ui/StepField.tsx';
import type { SetupUse } from './use-setup.ts';

interface SetupLineProps {
  use: SetupUse;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** What to rehearse and how, as a sentence with words to choose. */
export function SetupLine({ use, chosen, choose }: SetupLineProps) {
  const { store } = useProgram();
  const { dueIds, written, fitting, stories, thinkMs, fadeLevel, speakQuestions, remember, chooseStories } = use;
  return (
    <p className="setup-line">
      Rehearse{' '}
      <WordSelect
        label="Which stories"
        after=","
        value={storiesValue(stories)}
        choose={(value) => chooseStories(readStoriesValue(value))}
      >
        {storyOptions(written, dueIds).map(({ label, options }) =>
          label === null ? (
            optionsOf(options)
          ) : (
            <optgroup key={label} label={label}>
              {optionsOf(options)}
            </optgroup>
          ),
        )}
      </WordSelect>{' '}
      {fitting.length > 1 && (
        <>
          <WordSelect
            label="How many"
            value={String(chosen.count ?? '')}
            choose={(value) => choose({ count: value === '' ? null : Number(value) })}
          >
            {optionsOf(countOptions(fitting.length))}
          </WordSelect>{' '}
          of them,{' '}
          <WordSelect
            label="Order"
            after=","
            value={chosen.order}
            choose={(value) => choose({ order: value === 'drawn' ? 'drawn' : 'listed' })}
          >
            {optionsOf(orderOptions)}
          </WordSelect>{' '}
        </>
      )}
      <WordSelect
        label="Questions"
        after=","
        value={chosen.questions}
        choose={(value) => choose({ questions: value as QuestionChoice })}
      >
        {optionsOf(questionOptions(fitting.length === 1))}
      </WordSelect>{' '}
      think{' '}
      <span className="word">
        <StepField
          className="word-field num"
          row={settingRows.thinkMs}
          value={thinkMs}
          set={(value) => remember({ thinkMs: value })}
          refuse={(error) => showError(store, error)}
        />
        ,
      </span>{' '}
      text{' '}
      <WordSelect
        after=","
        label={settingRows.fadeLevel.title}
        value={fadeLevel}
        choose={(value) => remember({ fadeLevel: value as FadeLevel })}
      >
        {optionsOf(settingRows.fadeLevel.choices.map(({ value, label }) => ({ value, label: label.toLowerCase() })))}
      </WordSelect>{' '}
      target{' '}
      <WordSelect
        label="Target"
        after=","
        value={String(chosen.targetMs ?? '')}
        choose={(value) => choose({ targetMs: value === '' ? null : Number(value) })}
      >
        {optionsOf(targetOptions)}
      </WordSelect>{' '}
      <WordSelect
        after="."
        label={settingRows.speakQuestions.title}
        value={speakQuestions ? 'spoken' : 'shown'}
        choose={(value) => remember({ speakQuestions: value === 'spoken' })}
      >
        <option value="shown">questions shown</option>
        <option value="spoken">questions spoken too</option>
      </WordSelect>
    </p>
  );
}

function optionsOf(options: readonly Option[]) {
  return options.map(({ value, label, title }) => (
    <option key={value} value={value} title={title}>
      {label}
    </option>
  ));
}

interface MockLineProps {
  /** How many there are in the library. */
  stories: number;
  use: SetupUse;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** The other way to rehearse: an interview about all stories, with think time, text and target as above. */
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
        {count === 1 ? 'question' : 'questions'} across all your competencies, each from a different story.
      </p>
      <button type="submit" className="button">
        Start the interview
      </button>
    </form>
  );
}

interface WordSelectProps {
  /** For assistive software; sighted people read the words around it. */
  label: string;
  value: string;
  choose: (value: string) => void;
  children: ReactNode;
  /** What stays on its line, such as a comma. */
  after?: string;
}

/** A choice that is a word of a sentence. */
function WordSelect({ label, value, choose, children, after }: WordSelectProps) {
  return (
    <span className="word">
      <select
        className="word-select"
        aria-label={label}
        value={value}
        onChange={(event) => choose(event.target.value)}
        onKeyDown={submitByEnter}
      >
        {children}
      </select>
      {after}
    </span>
  );
}

/** Enter starts the rehearsal from here too; an open list keeps its own keys. */
function submitByEnter(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
