import { useMemo, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { PracticedStory } from '../../core/rehearsal/overview.ts';
import type { StoryPractice } from '../../core/rehearsal/state.ts';
import { counted } from '../ui/format/story.ts';
import { useRehearse, useView } from '../client/program-context.ts';
import { practiceLine } from '../ui/format/practice.ts';
import { runWords, seriesWords } from '../ui/format/run.ts';
import { RunChart } from '../ui/charts/RunChart.tsx';
import { RunTable } from './RunTable.tsx';
import { sectionCurves } from './section-curves.ts';
import { SectionCharts } from './SectionCharts.tsx';
import { storyChoices, storyToShow } from './story-choice.ts';
import { useStoryPractice } from '../client/use-progress.ts';

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
        <h2 id="progress-story">A story over time</h2>
        <select
          className="field story-choice"
          aria-label="Story"
          dir="auto"
          value={id}
          onChange={({ target }) => setWanted(target.value)}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => rehearse({ which: 'one', id })}>
          Rehearse<span className="unseen"> the chosen story</span>
        </button>
      </div>
      <CurveOfStory key={id} id={id} today={today} />
    </section>
  );
}

function CurveOfStory({ id, today }: { id: string; today: string }) {
  const { data, error } = useStoryPractice(id);
  // Room for what is about to come, so that nothing below jumps.
  if (data === null) return <p className="story-waiting">{error ?? ''}</p>;
  return <Curves practice={data} today={today} />;
}

function Curves({ practice: { series, best, due, learned }, today }: { practice: StoryPractice; today: string }) {
  const [at, setAt] = useState<number | null>(null);
  const curves = useMemo(() => sectionCurves(series), [series]);
  const planBy = useView(({ app }) => app?.settings.planBy);
  const summary = seriesWords(series, best);
  const last = series.at(-1) ?? null;
  const run = at === null ? undefined : series[at];
  return (
    <>
      <p className="chart-figure num">{run === undefined ? practiceLine({ last, best }, due, today) : runWords(run)}</p>
      <RunChart runs={series} summary={summary} at={at} setAt={setAt} />
      <p className="chart-key">
        <svg width="26" height="12" aria-hidden="true">
          <line className="run-line" x1="0" x2="24" y1="6" y2="6" />
          <circle className="run-point" cx="12" cy="6" r="3" />
        </svg>
        spoken
        <svg width="26" height="12" aria-hidden="true">
          <line className="run-plan" x1="0" x2="24" y1="6" y2="6" />
        </svg>
        planned
        <svg width="26" height="12" aria-hidden="true">
          <circle className="run-point" data-hollow="true" cx="12" cy="6" r="3" />
        </svg>
        left half-way
      </p>
      {curves.length > 1 && <SectionCharts curves={curves} runs={series} at={at} />}
      {learned !== null && planBy !== 'runs' && (
        <p className="part-note">
          {counted(learned, 'good run')} of it with all sections marked: “Plan by: My last good runs” in the settings
          plans this story by them.
        </p>
      )}
      <RunTable runs={series} curves={curves} />
    </>
  );
}
