import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Interview, StorySet } from '../../core/rehearsal/interviews.ts';
import { readInterview, setChoices } from './interview-form.ts';

interface InterviewFormProps {
  /** The interview to change, or a new one. */
  interview: Interview;
  /** It isn’t in the list yet. */
  isNew: boolean;
  briefs: readonly StoryBrief[];
  save: (interview: Interview) => void;
  cancel: () => void;
}

/** Company, date, what will be asked, and the stories for it. */
export function InterviewForm({ interview, isNew, briefs, save, cancel }: InterviewFormProps) {
  const { stories: set } = interview;
  const [which, setWhich] = useState(set.which);
  const [error, setError] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { groups, tags } = setChoices(briefs, set);
  const own: Pick<Extract<StorySet, { which: 'some' }>, 'groups' | 'tags'> = set.which === 'some'
    ? set
    : { groups: [], tags: [] };

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const chosen = (name: string): number[] => data.getAll(name).map(Number);
    const fields = {
      company: text('company'),
      day: text('day'),
      time: text('time'),
      competencies: text('competencies'),
      which,
      groups: chosen('group').flatMap((index) => groups.slice(index, index + 1)),
      tags: chosen('tag').flatMap((index) => tags.slice(index, index + 1)),
    };
    const read = readInterview(interview.id, fields, interview);
    if (read.ok) save(read.value);
    else setError(read.error);
  };
  return (
    // Escape only closes the form; its fields have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="interview-form"
      aria-label={isNew ? 'New interview' : 'Edit interview'}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        cancel();
      }}
    >
      <label>
        Company
        <input
          className="field"
          name="company"
          ref={first}
          maxLength={80}
          autoComplete="off"
          defaultValue={interview.company}
        />
      </label>
      <div className="interview-when">
        <label>
          Date
          <input className="field num" type="date" name="day" min="2000-01-01" defaultValue={interview.day ?? ''} />
        </label>
        <label>
          Time
          <input className="field num" type="time" name="time" defaultValue={interview.time ?? ''} />
        </label>
      </div>
      <label>
        Competencies, one per line
        <textarea
          className="field"
          name="competencies"
          rows={3}
          dir="auto"
          spellCheck={false}
          placeholder="Ownership"
          defaultValue={interview.competencies.join('\n')}
        />
      </label>
      <fieldset>
        <legend>Stories</legend>
        {(['all', 'some'] as const).map((each) => (
          <label key={each} className="interview-choice">
            <input type="radio" name="which" checked={which === each} onChange={() => setWhich(each)} />
            {each === 'all' ? 'All stories' : 'Some groups or tags'}
          </label>
        ))}
        {which === 'some' && (
          <div className="interview-sets">
            {groups.map((group, index) => (
              <label key={group ?? ''} className="interview-choice">
                <input
                  type="checkbox"
                  name="group"
                  value={index}
                  defaultChecked={own.groups.some(({ name }) => name === group)}
                />
                <span dir="auto">{group ?? 'Without a group'}</span>
              </label>
            ))}
            {tags.map((tag, index) => (
              <label key={`#${tag}`} className="interview-choice">
                <input type="checkbox" name="tag" value={index} defaultChecked={own.tags.includes(tag)} />
                <span className="tag" dir="auto">
                  {tag}
                </span>
              </label>
            ))}
          </div>
        )}
      </fieldset>
      {error !== '' && (
        <p className="interview-error" role="alert">
          {error}
        </p>
      )}
      <div className="interview-actions">
        <button type="submit" className="button" data-main="true">
          Save
        </button>
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
