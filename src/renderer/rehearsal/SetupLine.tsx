import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react';
import type { FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { settingRows } from '../../core/settings/table.ts';
import { useProgram } from '../client/program-context.ts';
import type { Chosen, QuestionChoice } from '../client/rehearsal-choices.ts';
import { showError } from '../client/store.ts';
import {
  mockCounts,
  type Option,
  orderOptions,
  questionOptions,
  readStoriesValue,
  storiesValue,
  storyOptions,
  targetOptions,
  textOptions,
  timeOptions,
} from './setup-choices.ts';
import { StepField } from '../ui/StepField.tsx';
import type { SetupUse } from './use-setup.ts';

/** What to rehearse, for how long and with how much text, as a sentence with words to choose; the rest is folded. */
export function SetupLine({ use }: { use: SetupUse }) {
  const { dueCount, written, listed, stories, rehearseFor, fadeLevel, remember, chooseStories } = use;
  return (
    <>
      <p className="setup-line">
        Rehearse{' '}
        <WordSelect
          label="Which stories"
          after={stories.which === 'one' ? ',' : ''}
          value={storiesValue(stories)}
          choose={(value) => chooseStories(readStoriesValue(value))}
        >
          {storyOptions(listed, { due: dueCount, all: written.length }).map(({ label, options }) =>
            label === null ? (
              optionsOf(options)
            ) : (
              <optgroup key={label} label={label}>
                {optionsOf(options)}
              </optgroup>
            ),
          )}
        </WordSelect>{' '}
        {stories.which !== 'one' && (
          <>
            for{' '}
            <WordSelect
              label="How long"
              after=","
              value={rehearseFor}
              choose={(value) => remember({ rehearseFor: value as Settings['rehearseFor'] })}
            >
              {optionsOf(timeOptions)}
            </WordSelect>{' '}
          </>
        )}
        showing{' '}
        <WordSelect
          after="."
          label={settingRows.fadeLevel.title}
          value={fadeLevel}
          choose={(value) => remember({ fadeLevel: value as FadeLevel })}
        >
          {optionsOf(textOptions)}
        </WordSelect>
      </p>
      <MoreChoices use={use} />
    </>
  );
}

/** What few people change each time. */
function MoreChoices({ use }: { use: SetupUse }) {
  const { store } = useProgram();
  const { chosen, choose, stories, fitting, thinkMs, speakQuestions, remember } = use;
  return (
    <details
      className="setup-more"
      open={chosen.showsMore}
      onToggle={({ currentTarget }) => choose({ showsMore: currentTarget.open })}
    >
      <summary>More…</summary>
      <p className="setup-line">
        {stories.which !== 'one' && (
          <>
            Ask{' '}
            <WordSelect
              label="Order"
              after=","
              value={chosen.order}
              choose={(value) => choose({ order: value as Chosen['order'] })}
            >
              {optionsOf(orderOptions)}
            </WordSelect>{' '}
          </>
        )}
        <WordSelect
          label="Questions"
          after=";"
          value={chosen.questions}
          choose={(value) => choose({ questions: value as QuestionChoice })}
        >
          {optionsOf(questionOptions(fitting.length === 1))}
        </WordSelect>{' '}
        time to think{' '}
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
        target{' '}
        <WordSelect
          label="Target"
          after=";"
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
    </details>
  );
}

function optionsOf(options: readonly Option[]) {
  return options.map(({ value, label, title }) => (
    <option key={value} value={value} title={title}>
      {label}
    </option>
  ));
}

/** The other way to rehearse: an interview about all stories, with think time, text and target as above. */
export function MockLine({ use }: { use: SetupUse }) {
  const { chosen, choose } = use;
  const stories = use.written.length;
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
