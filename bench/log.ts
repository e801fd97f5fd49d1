import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dayName, dayOf } from '../src/core/rehearsal/iso-time.ts';
import { defaultSettings } from '../src/core/settings/schema.ts';
import { readStoryTexts } from '../src/core/stories/library.ts';
import { systemClock } from '../src/services/base/clock.ts';
import { openPracticeLog, practiceLogFile } from '../src/services/practice/log.ts';
import { setUpPractice } from '../src/services/practice/statistics.ts';
import { momentOf } from '../src/core/local-date.ts';
import { median } from '../src/core/values.ts';
import type { Benchmark } from './figure.ts';
import { madeUpLog } from './made-up-log.ts';
import { madeUpFile } from './made-up-stories.ts';

const runs = 100_000;
const days = 3650;
const openings = 5;

/**
 * A practice log of 100,000 runs of 40 stories: how long reading it takes, and then computing all that the progress
 * view shows.
 */
export const log: Benchmark = {
  name: 'log',
  run: async () => {
    const { stories } = readStoryTexts([{ file: 'made-up.md', text: madeUpFile(7, 40) }]);
    const clock = systemClock();
    const lastDay = dayName(dayOf(momentOf(clock.wallTime())));
    const directory = await mkdtemp(path.join(tmpdir(), 'offbook-bench-'));
    await writeFile(practiceLogFile(directory), madeUpLog({ stories, runs, lastDay, days }));
    const openMs: number[] = [];
    const progressMs: number[] = [];
    for (let opening = 1; opening <= openings; opening += 1) {
      const start = performance.now();
      const opened = await openPracticeLog({ directory, clock, tell: (_, text) => console.error(text) });
      openMs.push(performance.now() - start);
      const settings = defaultSettings();
      const practice = setUpPractice({ log: () => opened, stories: () => stories, settings: () => settings, clock });
      const asked = performance.now();
      practice.overview();
      progressMs.push(performance.now() - asked);
      await opened.close();
    }
    await rm(directory, { recursive: true });
    const how = `${runs} runs of ${stories.length} stories, median of ${openings}`;
    return [
      { name: 'log.open', value: median(openMs), unit: 'ms', limit: 1000, how },
      { name: 'log.progress', value: median(progressMs), unit: 'ms', limit: 2000, how },
    ];
  },
};
