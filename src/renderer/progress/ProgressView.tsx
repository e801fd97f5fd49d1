import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useProgram, useView } from '../client/program-context.ts';
import { useOpeningFocus } from '../ui/focus.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { DayChart } from './DayChart.tsx';
import { DuePart, ReadyWords } from './DuePart.tsx';
import { readyLine, scopeOf } from './due-rows.ts';
import { InterviewsPart } from './InterviewsPart.tsx';
import { JoinOffers } from './JoinOffers.tsx';
import { LogPart } from './LogPart.tsx';
import { MatrixPart } from './MatrixPart.tsx';
import '../ui/charts.css';
import './progress.css';
import { StoryCurve } from './StoryCurve.tsx';
import { useProgress } from '../client/use-progress.ts';
import { useNarrowed } from '../client/interviews.ts';
import { showFailure } from '../client/store.ts';
import { DayCards } from '../ui/DayCards.tsx';
import { RehearseButtons } from '../ui/RehearseButtons.tsx';
import type { LearnedRate } from '../../core/rehearsal/pace-learned.ts';
import { RateOffer } from '../ui/RateOffer.tsx';

/** What all runs add up to: what is due, how it went, and what is missing. */
export function ProgressView() {
  const library = useView(({ app }) => app?.library);
  const { panel } = usePanel();
  const { data: progress, error } = useProgress();
  const isEmpty = library !== undefined && library.stories.length === 0 && (progress?.log.runs ?? 0) === 0;
  return (
    <main className="progress" aria-label="Progress">
      <header className="progress-head">
        <h1>Progress</h1>
      </header>
      {isEmpty ? (
        <div className="no-page">
          <NoStory />
        </div>
      ) : (
        <Page error={error} isBusy={progress === null}>
          {library !== undefined && progress !== null && <Parts progress={progress} briefs={library.stories} />}
        </Page>
      )}
      <StatusLine />
      {panel === 'problems' && <Problems />}
    </main>
  );
}

function Page({ error, isBusy, children }: { error: string | null; isBusy: boolean; children: ReactNode }) {
  const page = useOpeningFocus<HTMLElement>();
  return (
    // It scrolls, which the keyboard must be able to do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="progress-page" aria-label="Your rehearsals" aria-busy={isBusy} tabIndex={0} ref={page}>
      {error !== null && (
        <p className="part-note" role="alert">
          {error}
        </p>
      )}
      {children}
    </section>
  );
}

function Parts({ progress, briefs }: { progress: Progress; briefs: readonly StoryBrief[] }) {
  const { offers, today, rate, days, stories, matrix, log } = progress;
  const isBegun = log.runs > 0;
  const narrowed = useNarrowed();
  const scope = scopeOf(progress, narrowed.interview?.id ?? null);
  const line = readyLine(scope, stories, briefs, today);
  return (
    <>
      {isBegun && line !== null && <ReadyWords line={line} />}
      <DayCards progress={progress} />
      {!isBegun && <FirstRehearsal />}
      <JoinOffers offers={offers} briefs={briefs} />
      <div className="progress-columns">
        <DuePart progress={progress} briefs={briefs} scope={scope} />
        <div className="progress-side">
          <InterviewsPart due={progress.interviews} briefs={briefs} />
          <Pace rate={rate} />
          {isBegun && <DayChart days={days} />}
        </div>
      </div>
      <StoryCurve practiced={stories} briefs={briefs} today={today} />
      <MatrixPart matrix={matrix} briefs={narrowed.stories} today={today} />
      <LogPart log={log} />
    </>
  );
}

/** The person’s own speaking rate, offered where the setting differs; afterwards, that it was set. */
function Pace({ rate }: { rate: LearnedRate | null }) {
  const { bridge, store } = useProgram();
  const [message, setMessage] = useState('');
  const output = useRef<HTMLOutputElement>(null);
  // The button disappears once it is pressed, and the focus with it.
  useEffect(() => {
    if (message !== '') output.current?.focus();
  }, [message]);
  const take = async (wordsPerMinute: number): Promise<void> => {
    const result = await bridge.changeSettings({ wordsPerMinute });
    showFailure(store, result);
    if (result.ok) setMessage(`Your stories are now planned at ${wordsPerMinute} words a minute.`);
  };
  if (rate === null && message === '') return null;
  return (
    <section className="progress-part" aria-label="Your pace">
      <h2>Your pace</h2>
      {rate !== null && <RateOffer rate={rate} take={(wordsPerMinute) => void take(wordsPerMinute)} />}
      <output className="part-note" tabIndex={-1} ref={output}>
        {message}
      </output>
    </section>
  );
}

/** What to do first, while the log is empty. */
function FirstRehearsal() {
  return (
    <section className="progress-part first-run" aria-label="What to do first">
      <p>
        Rehearse a story once, out loud and against the clock. Then this page shows how long each section took, when the
        story is due again, and which competencies have no story yet.
      </p>
      <RehearseButtons stories={{ which: 'due' }} isMain />
    </section>
  );
}
