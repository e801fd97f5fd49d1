import type { ReactNode } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Progress } from '../../core/rehearsal/state.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { Problems } from '../ui/Problems.tsx';
import { usePanel, useView } from '../client/program-context.ts';
import { StatusLine } from '../ui/StatusLine.tsx';
import { ViewLinks } from '../ui/ViewLinks.tsx';
import { Ahead } from './Ahead.tsx';
import { DayChart } from './DayChart.tsx';
import { DuePart } from './DuePart.tsx';
import { FirstRun } from './FirstRun.tsx';
import { JoinOffers } from './JoinOffers.tsx';
import { LogPart } from './LogPart.tsx';
import { MatrixPart } from './MatrixPart.tsx';
import './progress.css';
import { Pace } from './Pace.tsx';
import { StoryCurve } from './StoryCurve.tsx';
import { useProgress } from '../client/use-progress.ts';

/** What the log of all runs shows: what is due, how it went, what is missing. */
export function ProgressView() {
  const library = useView(({ app }) => app?.library);
  const { panel } = usePanel();
  const { data: progress, error } = useProgress();
  const isEmpty = library !== undefined && library.stories.length === 0 && (progress?.log.runs ?? 0) === 0;
  return (
    <main className="progress" aria-label="Progress">
      <header className="progress-head">
        <h1>Progress</h1>
        <ViewLinks className="progress-links" buttonClass="progress-link" withKeys />
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
  return (
    // It scrolls, which the keyboard must be able to do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="progress-page" aria-label="Your rehearsals" aria-busy={isBusy} tabIndex={0}>
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
  return (
    <>
      {!isBegun && <FirstRun />}
      <JoinOffers offers={offers} briefs={briefs} />
      <div className="progress-columns">
        <DuePart progress={progress} briefs={briefs} />
        <div className="progress-side">
          <Ahead today={today} />
          <Pace rate={rate} />
          {isBegun && <DayChart days={days} />}
        </div>
      </div>
      <StoryCurve practiced={stories} briefs={briefs} today={today} />
      <MatrixPart matrix={matrix} briefs={briefs} today={today} />
      <LogPart log={log} />
    </>
  );
}
