import { useMemo, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/statistics.ts';
import { isRehearsed } from '../../core/rehearsal/rehearsed.ts';
import type { StoryPractice } from '../../core/rehearsal/state.ts';
import { counted } from '../ui/format/story.ts';
import { useRehearse, useView } from '../client/program-context.ts';
import { practiceLine } from '../ui/format/practice.ts';
import { spokenLine } from '../ui/format/heard.ts';
import { runWords, sectionWords, seriesWords } from '../ui/format/run.ts';
import { RunChart } from '../ui/charts/RunChart.tsx';
import { RunTable } from '../ui/charts/RunTable.tsx';
import { type SectionCurve, sectionCurves, storyChoices, storyToShow } from './story-curve.ts';
import { useStoryPractice } from '../client/use-progress.ts';
import type { SeriesRun } from '../../core/rehearsal/statistics.ts';
import { ChartImage } from '../ui/charts/Chart.tsx';
import { CurveLines } from '../ui/charts/CurveLines.tsx';
import { RecordingsList } from '../voice/RecordingsList.tsx';
import { useRecordings } from '../voice/use-recordings.ts';

interface StoryCurveProps {
  practiced: readonly PracticedStory[];
  briefs: readonly StoryBrief[];
  today: string;
}

/** A story over its runs: time against target, and each of its sections. */
export function StoryCurve({ practiced, briefs, today }: StoryCurveProps) {
  const [wanted, setWanted] = useState<string | null>(null);
  const rehearse = useRehearse();
  const choices = useMemo(() => storyChoices(practiced, briefs), [practiced, briefs]);
  const id = storyToShow(wanted, choices, practiced);
  if (id === null) return null;
  return (
    <section className="progress-part" aria-labelledby="progress-story">
      <div className="part-head">
        <h2 id="progress-story">One story over time</h2>
        <select
          className="field story-choice"
          aria-label="Story"
          dir="auto"
          value={id}
          onChange={({ target }) => setWanted(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id} title={choice.title}>
              {choice.label}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => rehearse.start({ which: 'one', id })}>
          Rehearse<span className="unseen"> the chosen story</span>
        </button>
      </div>
      <CurveOfStory key={id} id={id} today={today} />
    </section>
  );
}

function CurveOfStory({ id, today }: { id: string; today: string }) {
  const { data, error } = useStoryPractice(id);
  const recorded = useRecordings(id);
  const isRead = recorded.data !== null || recorded.error !== null;
  // Takes the space of what is about to load, and shows all of it at once, so that what is below moves at most once.
  if (data === null || !isRead) return <p className="story-waiting">{error ?? ''}</p>;
  return (
    <>
      <Curves practice={data} today={today} />
      <RecordingsList recordings={recorded.data?.recordings ?? []} />
    </>
  );
}

function Curves({ practice: { series, best, due, learned }, today }: { practice: StoryPractice; today: string }) {
  const [at, setAt] = useState<number | null>(null);
  const curves = useMemo(() => sectionCurves(series), [series]);
  const planBy = useView(({ app }) => app?.settings.planBy);
  const summary = seriesWords(series, best);
  const spoken = useMemo(() => spokenLine(series), [series]);
  const practiced = { runs: series.length, last: series.findLast(isRehearsed) ?? null, best };
  const run = at === null ? undefined : series[at];
  return (
    <>
      <p className="chart-figure num">{run === undefined ? practiceLine(practiced, due, today) : runWords(run)}</p>
      <RunChart runs={series} summary={summary} height={150} at={at} setAt={setAt} />
      {spoken !== null && <p className="part-note num">{spoken}.</p>}
      {curves.length > 1 && <SectionCharts curves={curves} runs={series} at={at} />}
      {learned !== null && planBy !== 'runs' && (
        <p className="part-note">
          {counted(learned, 'good run')} with all sections marked: choose “Plan by: My last good runs” in the settings
          to plan this story by them.
        </p>
      )}
      <RunTable runs={series} sections={curves} />
    </>
  );
}

/** Of a section’s chart, in pixels. */
const height = 46;

interface SectionChartsProps {
  curves: readonly SectionCurve[];
  runs: readonly SeriesRun[];
  /** The run that is looked at; null for the last. */
  at: number | null;
}

/** A small chart for each section: its spoken times, and its planned ones dashed. */
function SectionCharts({ curves, runs, at }: SectionChartsProps) {
  const place = at ?? runs.length - 1;
  return (
    <ul className="section-charts" aria-label="Sections, spoken and planned">
      {curves.map(({ key, kind, name, letter, times, curve }) => {
        const words = sectionWords(times[place] ?? null);
        return (
          <li key={key} data-kind={kind}>
            <p>
              <b aria-hidden="true">{letter}</b> <span dir="auto">{name}</span>{' '}
              <span className="section-time num">{words}</span>
            </p>
            <ChartImage label={`${name}, spoken and planned: ${words}`} height={height}>
              <CurveLines curve={curve} height={height} at={at} />
            </ChartImage>
          </li>
        );
      })}
    </ul>
  );
}
