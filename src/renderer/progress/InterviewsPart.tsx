import { useRef, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import {
  hasPassed,
  newInterviewId,
  upcomingInterviews,
  type Interview,
  type UpcomingInterview,
} from '../../core/rehearsal/interviews.ts';
import { readinessOf } from '../../core/rehearsal/readiness.ts';
import type { InterviewDue } from '../../core/rehearsal/statistics.ts';
import type { SettingsPatch } from '../../core/settings/schema.ts';
import { useNarrowed, useWallNow } from '../client/interviews.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { longDay } from '../ui/format/day.ts';
import { startWords, interviewName, whenWords } from '../ui/format/interview.ts';
import { counted } from '../ui/format/story.ts';
import { InterviewForm } from './InterviewForm.tsx';

interface InterviewsPartProps {
  /** When the stories of each interview ahead are due. */
  due: readonly InterviewDue[];
  briefs: readonly StoryBrief[];
}

const none: readonly Interview[] = [];

/** The interviews that the person prepares for: those ahead, those without a date, and, folded, those that have passed. */
export function InterviewsPart({ due, briefs }: InterviewsPartProps) {
  const { bridge, store } = useProgram();
  const interviews = useView(({ app }) => app?.settings.interviews ?? none);
  const narrowed = useNarrowed().interview?.id ?? null;
  const now = useWallNow();
  /** The interview in the form; null while it is closed. */
  const [edited, setEdited] = useState<Interview | null>(null);
  const add = useRef<HTMLButtonElement>(null);

  const change = async (patch: SettingsPatch, done: string): Promise<void> => {
    const result = await bridge.changeSettings(patch);
    showFailure(store, result);
    if (result.ok) store.setState({ outcome: { tone: 'info', text: done } });
  };
  const close = (): void => {
    setEdited(null);
    add.current?.focus();
  };
  const save = (interview: Interview): void => {
    const isNew = interviews.every(({ id }) => id !== interview.id);
    const list = isNew
      ? [...interviews, interview]
      : interviews.map((each) => (each.id === interview.id ? interview : each));
    void change({ interviews: list }, `Saved: ${titleOf(interview)}.`);
    close();
  };
  const actions: CardActions = {
    edit: setEdited,
    remove: (interview) => {
      const list = interviews.filter(({ id }) => id !== interview.id);
      const patch = { interviews: list, ...(narrowed === interview.id ? { narrowTo: null } : {}) };
      void change(patch, `Removed: ${titleOf(interview)}. “Undo” in the settings brings it back.`);
      add.current?.focus();
    },
    narrow: (interview) =>
      void change(
        { narrowTo: interview?.id ?? null },
        interview === null ? 'Offbook shows all stories.' : `Offbook shows only the stories for ${titleOf(interview)}.`,
      ),
  };
  const upcoming = upcomingInterviews(interviews, now);
  const undated = interviews.filter(({ day }) => day === null);
  const past = interviews.filter((interview) => hasPassed(interview, now));
  const card = (interview: Interview, when: string, own?: InterviewDue) => (
    <InterviewCard
      key={interview.id}
      {...{ interview, when, actions }}
      ready={own === undefined || own.due.length === 0 ? null : readyWords(own)}
      isPast={past.includes(interview)}
      isNarrowed={interview.id === narrowed}
    />
  );
  return (
    <section className="progress-part interviews" aria-labelledby="progress-interviews">
      <div className="part-head">
        <h2 id="progress-interviews">Interviews</h2>
        <button type="button" className="button" ref={add} onClick={() => setEdited(newInterview(interviews))}>
          Add an interview
        </button>
      </div>
      {interviews.length === 0 && edited === null && (
        <p className="part-note">Add one, and its stories come up again in the three days before it.</p>
      )}
      {edited !== null && (
        <InterviewForm
          key={edited.id}
          interview={edited}
          isNew={interviews.every(({ id }) => id !== edited.id)}
          {...{ briefs, save }}
          cancel={close}
        />
      )}
      {upcoming.length + undated.length > 0 && (
        <ul aria-label="Interviews ahead">
          {upcoming.map((each: UpcomingInterview) =>
            card(
              each.interview,
              whenWords(each),
              due.find(({ id }) => id === each.interview.id),
            ),
          )}
          {undated.map((each) => card(each, 'no date yet'))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>
            Past <span className="part-count num">{past.length}</span>
          </summary>
          <ul aria-label="Past interviews">{past.map((each) => card(each, `${dayWords(each)} · has passed`))}</ul>
        </details>
      )}
    </section>
  );
}

interface CardActions {
  edit: (interview: Interview) => void;
  remove: (interview: Interview) => void;
  /** Null shows all stories. */
  narrow: (interview: Interview | null) => void;
}

interface InterviewCardProps {
  interview: Interview;
  when: string;
  /** How many of its stories are ready; null if that isn’t known. */
  ready: string | null;
  isPast: boolean;
  isNarrowed: boolean;
  actions: CardActions;
}

function InterviewCard({ interview, when, ready, isPast, isNarrowed, actions }: InterviewCardProps) {
  const title = titleOf(interview);
  return (
    <li className="interview-card">
      <p>
        <b dir="auto">{interviewName(interview)}</b> <span className="num">{when}</span>
        {ready !== null && <small className="num">{ready}</small>}
      </p>
      <div className="interview-actions">
        {!isPast && (
          <button
            type="button"
            className="button"
            aria-label={isNarrowed ? 'Show all stories' : `Only its stories: ${title}`}
            title="In the library, the search, rehearsals and the matrix"
            onClick={() => actions.narrow(isNarrowed ? null : interview)}
          >
            {isNarrowed ? 'Show all stories' : 'Only its stories'}
          </button>
        )}
        <button type="button" className="button" aria-label={`Edit ${title}`} onClick={() => actions.edit(interview)}>
          Edit
        </button>
        <button
          type="button"
          className="button"
          aria-label={`Remove ${title}`}
          onClick={() => actions.remove(interview)}
        >
          Remove
        </button>
      </div>
    </li>
  );
}

function newInterview(interviews: readonly Interview[]): Interview {
  return {
    id: newInterviewId(interviews),
    company: '',
    day: null,
    time: null,
    competencies: [],
    stories: { which: 'all' },
  };
}

/** An interview in a sentence: `Acme`, or `the interview on Friday 27 November 2026`. */
function titleOf(interview: Interview): string {
  if (interview.company !== '') return interview.company;
  return interview.day === null ? 'the interview without a date' : `the interview on ${longDay(interview.day)}`;
}

function dayWords({ day, time }: Interview): string {
  return `${longDay(day ?? '')}${time === null ? '' : ` at ${startWords(time)}`}`;
}

/** `4 stories, 3 ready`. */
function readyWords({ due }: InterviewDue): string {
  return `${counted(due.length, 'story', 'stories')}, ${readinessOf(due).ready.length} ready`;
}
