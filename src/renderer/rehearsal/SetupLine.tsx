import type { AppState } from '../../core/contract/contract.ts';
import type { FadeLevel } from '../../core/rehearsal/fade.ts';
import { settingRows } from '../../core/settings/table.ts';
import { useProgram } from '../client/program-context.ts';
import { showError } from '../client/store.ts';
import {
  countOptions,
  orderOptions,
  questionOptions,
  readStoriesValue,
  storiesValue,
  storyOptions,
  targetOptions,
  type Chosen,
  type Option,
  type QuestionChoice,
} from './setup-choices.ts';
import { TimeField } from './TimeField.tsx';
import type { SetupUse } from './use-setup.ts';
import { WordSelect } from './WordSelect.tsx';

interface SetupLineProps {
  app: AppState;
  use: SetupUse;
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
}

/** What is rehearsed and how, as a sentence whose words can be chosen. */
export function SetupLine({ app, use, chosen, choose }: SetupLineProps) {
  const { store } = useProgram();
  const { dueIds, fitting, stories, thinkMs, fadeLevel, speakQuestions, remember, chooseStories } = use;
  return (
    <p className="setup-line">
      Rehearse{' '}
      <WordSelect
        label="Which stories"
        after=","
        value={storiesValue(stories)}
        choose={(value) => chooseStories(readStoriesValue(value))}
      >
        {storyOptions(app.library.stories, dueIds).map(({ label, options }) =>
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
      <TimeField
        after=","

        row={settingRows.thinkMs}
        valueMs={thinkMs}
        set={(value) => remember({ thinkMs: value })}
        refuse={(error) => showError(store, error)}
      />{' '}
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
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
