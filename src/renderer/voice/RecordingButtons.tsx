import { useState } from 'react';
import type { KeptRecording } from '../../core/voice/recordings.ts';
import { useKeys } from '../client/keys.ts';
import { keepFocus } from '../ui/focus.ts';
import { Icon } from '../ui/Icon.tsx';
import { useRecordingActions } from './use-recordings.ts';
import './recordings.css';

/** Star and delete a recording. */
export function RecordingButtons({ recording: { id, starred } }: { recording: Pick<KeptRecording, 'id' | 'starred'> }) {
  const { star, remove } = useRecordingActions();
  return (
    <span className="recording-buttons">
      <button
        type="button"
        className="control recording-star"
        aria-label="Star"
        aria-pressed={starred}
        title={starred ? 'Starred: it stays until you delete it' : 'Star it, and it stays until you delete it'}
        onMouseDown={keepFocus}
        onClick={() => star(id, !starred)}
      >
        <Icon name={starred ? 'starred' : 'star'} />
      </button>
      <DeleteButton key={id} words="Delete" question="Delete this recording for good?" remove={() => remove(id)} />
    </span>
  );
}

interface DeleteButtonProps {
  words: string;
  /** Nothing brings back what is deleted, and the question says so. */
  question: string;
  remove: () => void;
}

/** A button that asks first, in its place. */
export function DeleteButton({ words, question, remove }: DeleteButtonProps) {
  const [step, setStep] = useState<'offered' | 'asked' | 'kept'>('offered');
  if (step !== 'asked') {
    return (
      // The focus comes back from the question.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      <button type="button" className="quiet" autoFocus={step === 'kept'} onClick={() => setStep('asked')}>
        {words}…
      </button>
    );
  }
  return (
    <Question
      {...{ words, question }}
      answer={(isYes) => {
        setStep(isYes ? 'offered' : 'kept');
        if (isYes) remove();
      }}
    />
  );
}

interface QuestionProps extends Pick<DeleteButtonProps, 'words' | 'question'> {
  answer: (isYes: boolean) => void;
}

function Question({ words, question, answer }: QuestionProps) {
  useKeys(({ name }) => {
    if (name !== 'Escape') return false;
    answer(false);
    return true;
  });
  return (
    <fieldset className="delete-question">
      <legend className="unseen">{question}</legend>
      <span aria-hidden="true">{question}</span>
      {/* Enter must not delete by chance. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <button type="button" className="button" autoFocus onClick={() => answer(false)}>
        Keep
      </button>
      <button type="button" className="button" onClick={() => answer(true)}>
        {words}
      </button>
    </fieldset>
  );
}
