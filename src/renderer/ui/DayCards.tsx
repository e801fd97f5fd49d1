import { type ReactNode, useContext } from 'react';
import type { AppState, StoryBrief } from '../../core/contract/contract.ts';
import { upcomingInterviews, type UpcomingInterview } from '../../core/rehearsal/interviews.ts';
import { dayPlan, isWithinADay, rehearsalMs, type DayPlan } from '../../core/rehearsal/readiness.ts';
import type { DueStory } from '../../core/rehearsal/due.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { pinSlots } from '../../core/settings/table.ts';
import { useWallNow } from '../client/interviews.ts';
import { FloatingContext, useProgram, useRehearse, useRunCommand, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { interviewName, whenWords } from './format/interview.ts';
import { allReadyWords } from './format/practice.ts';
import { counted } from './format/story.ts';

/** A checklist for each interview that begins within a day. `progress` is null until the log has been read. */
export function DayCards({ progress, isOpen = true }: { progress: Progress | null; isOpen?: boolean }) {
  const app = useView((state) => state.app);
  const now = useWallNow();
  if (app === null || progress === null) return null;
  const near = upcomingInterviews(app.settings.interviews, now).filter(isWithinADay);
  return near.map((upcoming) => {
    const due = progress.interviews.find(({ id }) => id === upcoming.interview.id)?.due ?? [];
    const stories = app.library.stories.filter(({ id }) => due.some(({ storyId }) => storyId === id));
    if (stories.length === 0) return null;
    return <DayCard key={upcoming.interview.id} {...{ app, upcoming, due, stories, isOpen }} />;
  });
}

interface DayCardProps {
  app: AppState;
  upcoming: UpcomingInterview;
  due: readonly DueStory[];
  /** The stories for the interview, in the library’s order. */
  stories: readonly StoryBrief[];
  /** Whether its steps are shown at first; where they would hide a list, its title is enough. */
  isOpen: boolean;
}

/** What to do before an interview, in the order to do it in. What is done has a tick. */
function DayCard({ app, upcoming, due, stories, isOpen }: DayCardProps) {
  const { targetMs: ownTargetMs, thinkMs } = app.settings;
  const byId = new Map(stories.map((story) => [story.id, story]));
  const present = due.filter(({ storyId }) => byId.has(storyId));
  const lengthOf = ({ storyId }: DueStory): number =>
    rehearsalMs(byId.get(storyId) ?? { estimateMs: null, targetMs: null }, { targetMs: null, ownTargetMs, thinkMs });
  const plan = dayPlan(present, upcoming, lengthOf);
  const title = `${interviewName(upcoming.interview)}, ${whenWords(upcoming)}`;
  return (
    <section className="day-card" aria-label={`Before the interview: ${title}`}>
      <details open={isOpen}>
        <summary className="num" dir="auto">
          {title}
        </summary>
        <ol>
          <Rehearsals plan={plan} byId={byId} lengthOf={lengthOf} />
          <Pinned app={app} stories={stories} />
          <FirstStory app={app} first={stories[0]} stories={stories} />
          <InSight />
        </ol>
      </details>
    </section>
  );
}

interface StepProps {
  isDone: boolean;
  children: ReactNode;
}

function Step({ isDone, children }: StepProps) {
  return (
    <li data-done={isDone}>
      <span aria-hidden="true">{isDone ? '✓' : '○'}</span>
      <span className="unseen">{isDone ? 'Done: ' : 'To do: '}</span>
      <div>{children}</div>
    </li>
  );
}

interface RehearsalsProps {
  plan: DayPlan;
  byId: ReadonlyMap<string, StoryBrief>;
  lengthOf: (story: DueStory) => number;
}

function Rehearsals({ plan: { ready, now, tooMany, later }, byId, lengthOf }: RehearsalsProps) {
  const rehearse = useRehearse();
  const names = (listed: readonly DueStory[]): ReactNode =>
    listed.map(({ storyId }, index) => {
      const story = byId.get(storyId);
      return (
        <span key={storyId}>
          {index > 0 && ', '}
          <bdi title={story?.title}>{story?.name}</bdi>
        </span>
      );
    });
  if (now.length + tooMany.length + later.length === 0) return <Step isDone>{allReadyWords(ready)}</Step>;
  const minutes = Math.max(1, Math.round(now.reduce((all, story) => all + lengthOf(story), 0) / 60_000));
  return (
    <Step isDone={false}>
      {now.length > 0 && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => rehearse.start({ which: 'some', ids: now.map(({ storyId }) => storyId) })}
          >
            Rehearse {counted(now.length, 'story', 'stories')}
          </button>{' '}
          <span className="num">about {counted(minutes, 'minute')}</span>: {names(now)}.
        </p>
      )}
      {tooMany.length > 0 && <p>No time left for {names(tooMany)}.</p>}
      {later.length > 0 && <p>Once more tomorrow morning: {names(later)}.</p>}
    </Step>
  );
}

/** The stories on the keys 1 to 9, as far as there are free ones. */
function Pinned({ app, stories }: Pick<DayCardProps, 'app' | 'stories'>) {
  const { bridge, store } = useProgram();
  const { pins } = app.settings;
  const pinned = new Set(pinSlots.flatMap((slot) => pins[slot]?.id ?? []));
  const open = stories.filter(({ id, planned }) => !planned && !pinned.has(id));
  const free = pinSlots.filter((slot) => pins[slot] === undefined);
  const next = open.slice(0, free.length);
  const pin = async (): Promise<void> => {
    const more = next.map(({ id }, index) => [free[index], { id, text: '' }] as const);
    showFailure(store, await bridge.changeSettings({ pins: { ...pins, ...Object.fromEntries(more) } }));
  };
  if (open.length === 0) return <Step isDone>Its stories are pinned to keys.</Step>;
  if (next.length === 0)
    return (
      <Step isDone>
        All keys from 1 to 9 have a story; {counted(open.length, 'story', 'stories')} of this interview more.
      </Step>
    );
  return (
    <Step isDone={false}>
      <button type="button" className="button" onClick={() => void pin()}>
        Pin {counted(next.length, 'story', 'stories')}
      </button>{' '}
      so that a key from 1 to 9 shows each.
    </Step>
  );
}

interface FirstStoryProps extends Pick<DayCardProps, 'app' | 'stories'> {
  first: StoryBrief | undefined;
}

function FirstStory({ app, first, stories }: FirstStoryProps) {
  const { bridge, store } = useProgram();
  const shown = stories.find(({ id }) => id === app.session.prompt?.storyId);
  if (shown !== undefined && app.rehearsal === null)
    return (
      <Step isDone>
        “<bdi title={shown.title}>{shown.name}</bdi>” is on the prompter.
      </Step>
    );
  if (first === undefined) return null;
  const load = async (): Promise<void> =>
    showFailure(store, await bridge.openStory({ id: first.id, variant: null, alternate: null }));
  return (
    <Step isDone={false}>
      <button type="button" className="button" onClick={() => void load()}>
        Load the first story
      </button>{' '}
      “<bdi title={first.title}>{first.name}</bdi>”
    </Step>
  );
}

/** The prompter above the call. */
function InSight() {
  const isFloating = useContext(FloatingContext);
  const runCommand = useRunCommand();
  if (isFloating) return <Step isDone>The prompter floats above your call.</Step>;
  return (
    <Step isDone={false}>
      <button type="button" className="button" onClick={() => runCommand('show-prompter')}>
        Show the prompter
      </button>{' '}
      and put it under your camera. Turn notifications off, and have a glass of water beside you.
    </Step>
  );
}
