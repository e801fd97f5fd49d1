import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sum } from '../src/core/prompter/plan.ts';
import type { Hypothesis } from '../src/core/voice/following.ts';
import { median } from '../src/core/values.ts';
import type { Benchmark, Figure } from './figure.ts';
import { type Cost, recognise } from './voice/follow.ts';
import { type Followed, measure } from './voice/measure.ts';
import { pack } from './voice/recording.ts';
import { missingPrograms } from './voice/sound.ts';
import { ownTrials, type Trial, trialsIn } from './voice/trials.ts';

/**
 * How well an answer is followed by voice: stories made up for this, told by the computer’s voices; or somebody’s own
 * tellings, with `--tellings` and `--story`. `docs/voice.md` says what the figures mean.
 */
export const voice: Benchmark = {
  name: 'voice',
  page: 'voice.md',
  run: async ({ tellings, story, id, record }) => {
    const missing = missingPrograms();
    if (missing.length > 0) {
      console.error(
        `The benchmark voice needs ${missing.join(', ')}. On Debian: apt-get install -y ${missing.join(' ')}`,
      );
      return [];
    }
    if (tellings !== undefined && story === undefined) {
      console.error('--tellings needs --story FILE: the story of those tellings.');
      return [];
    }
    const trials = tellings === undefined || story === undefined ? ownTrials() : trialsIn(tellings, story, id ?? null);
    const results: Result[] = [];
    for (const trial of trials) {
      const result = await attempt(trial, record);
      results.push(result);
      console.error(line(result));
    }
    return figuresOf(results);
  },
};

interface Result extends Followed {
  trial: Trial;
  cost: Cost;
}

/** `record` is a folder for what was heard, as tests keep it. */
async function attempt(trial: Trial, record: string | undefined): Promise<Result> {
  const { script, plan } = trial.prepared;
  const { samples, times } = trial.sound();
  const heard: Hypothesis[] = [];
  const cost = await recognise(samples, script, trial.model, (hypothesis) => heard.push(hypothesis));
  if (record !== undefined) {
    const name = [trial.story, trial.telling.name, trial.voice, trial.place].join('-').replaceAll(' ', '-');
    const text = JSON.stringify(pack(heard, script, trial.telling.lines, times));
    writeFileSync(path.join(record, `${name}.json`), `${text}\n`);
  }
  return { trial, cost, ...measure(heard, script, trial.telling.lines, times, plan) };
}

function line({ trial, told, ticked, untold, falseTicks, looks, near, nearByTimer }: Result): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);
  return [
    `${trial.story.slice(0, 12).padEnd(12)} ${trial.telling.name.padEnd(14)} ${trial.voice.padEnd(9)} ${trial.place.padEnd(8)}`,
    `ticked ${ticked}/${told}, wrongly ${falseTicks}/${untold}, near ${share(near, looks)}, timer ${share(nearByTimer, looks)}`,
  ].join(' ');
}

/** The most that should be missed, wrong or away, in percent; other kinds have no aim. */
const aims: Readonly<Record<string, { missed?: number; wrong?: number; away?: number }>> = {
  paraphrase: { missed: 5, away: 5 },
  'rows-left-out': { missed: 10, wrong: 5 },
  'another-story': { wrong: 5 },
  'paraphrase.cleaned': { missed: 15 },
  'rows-left-out.cleaned': { wrong: 5 },
  'another-story.cleaned': { wrong: 5 },
};

function figuresOf(results: readonly Result[]): Figure[] {
  const byKind = Map.groupBy(results, ({ trial }) =>
    [
      ...(trial.language === 'en' ? [] : [trial.language]),
      trial.telling.name.replaceAll(' ', '-'),
      ...(trial.place === 'quiet' ? [] : [trial.place]),
    ].join('.'),
  );
  const figures = [...byKind].flatMap(([kind, own]) => kindFigures(kind, own));
  const behind = results.flatMap(({ cost }) => cost.behindMs);
  return [
    ...figures,
    figure('voice.share', median(results.map(({ cost }) => cost.share * 100)), '%', 25, 'of one core, median'),
    figure('voice.behind', median(behind), 'ms', 100, 'from the sound to its search, median'),
    figure('voice.load', median(results.map(({ cost }) => cost.loadMs)), 'ms', undefined, 'of the processor, median'),
    figure('voice.memory', Math.max(...results.map(({ cost }) => cost.bytes)) / 1e6, 'MB', 80, 'the most of all'),
  ];
}

function kindFigures(kind: string, results: readonly Result[]): Figure[] {
  const total = (key: 'told' | 'ticked' | 'untold' | 'falseTicks' | 'looks' | 'near' | 'nearByTimer'): number =>
    sum(results.map((result) => result[key]));
  const [told, untold, looks] = [total('told'), total('untold'), total('looks')];
  const count = `${results.length} ${results.length === 1 ? 'telling' : 'tellings'}`;
  const { missed, wrong, away } = aims[kind] ?? {};
  const figures: Figure[] = [];
  const add = (what: string, part: number, whole: number, limit: number | undefined, how: string): void => {
    if (whole > 0) figures.push(figure(`voice.${kind}.${what}`, (100 * part) / whole, '%', limit, how));
  };
  add('missed', told - total('ticked'), told, missed, `rows told but not ticked, of ${told}; ${count}`);
  add('wrong', total('falseTicks'), untold, wrong, `rows ticked but not told, of ${untold}; ${count}`);
  add('away', looks - total('near'), looks, away, `of the time, more than a row off; ${count}`);
  add('timer', looks - total('nearByTimer'), looks, undefined, 'the same for a timer at 150 words a minute');
  return figures;
}

function figure(name: string, value: number, unit: Figure['unit'], limit: number | undefined, how: string): Figure {
  return { name, value, unit, how, ...(limit === undefined ? {} : { limit }) };
}
