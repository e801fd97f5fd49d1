import type { DayRuns } from '../../core/rehearsal/statistics.ts';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { counted } from '../ui/format/story.ts';
import { longDay, monthOf, shortDay } from '../ui/format/day.ts';

/** A day’s bar: lengths are shares of the chart, 0 to 1. */
export interface DayBar {
  day: string;
  runs: number;
  /** `Sun 22 Nov: 3 runs, 6:12 spoken`. */
  words: string;
  x: number;
  width: number;
  height: number;
}

export interface DayBars {
  bars: DayBar[];
  /** Where a month begins. */
  months: { x: number; name: string }[];
  /** The number of runs that is as high as the chart. */
  top: number;
  /** All of it in a sentence. */
  summary: string;
}

/** The chart is at least this many runs high, so that one run doesn’t look like a full day. */
const lowestTop = 4;

/** Each day’s runs as a bar, in the order of the days. */
export function dayBars(days: readonly DayRuns[]): DayBars {
  const most = Math.max(0, ...days.map(({ runs }) => runs));
  // Even, so that half of it is a whole number of runs.
  const top = Math.max(lowestTop, most + (most % 2));
  const width = 1 / Math.max(1, days.length);
  const bars = days.map(({ day, runs, spokenMs }, index) => ({
    day,
    runs,
    words: `${shortDay(day)}: ${runWords(runs, spokenMs)}`,
    x: index * width,
    width,
    height: runs / top,
  }));
  const months = bars.filter(({ day }) => day.endsWith('-01')).map(({ day, x }) => ({ x, name: monthOf(day) }));
  return { bars, months, top, summary: summaryOf(days) };
}

function summaryOf(days: readonly DayRuns[]): string {
  const runs = days.reduce((sum, day) => sum + day.runs, 0);
  const spokenMs = days.reduce((sum, day) => sum + day.spokenMs, 0);
  const active = days.filter((day) => day.runs > 0).length;
  const weeks = Math.round(days.length / 7);
  if (runs === 0) return `No runs in the last ${counted(weeks, 'week')}`;
  const busiest = days.reduce((most, day) => (day.runs > most.runs ? day : most));
  const parts = [
    `${counted(runs, 'run')} in ${counted(weeks, 'week')}`,
    `${roundDuration(spokenMs)} spoken`,
    `on ${counted(active, 'day')}`,
  ];
  // Where several days have as many, or each has one, the busiest says nothing.
  const isBusiest = busiest.runs > 1 && days.filter((day) => day.runs === busiest.runs).length === 1;
  if (active > 1 && isBusiest) parts.push(`most on ${longDay(busiest.day)} (${busiest.runs})`);
  return parts.join(', ');
}

function runWords(runs: number, spokenMs: number): string {
  return runs === 0 ? 'no runs' : `${counted(runs, 'run')}, ${roundDuration(spokenMs)} spoken`;
}
