import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { expect, onTestFinished, test, vi } from 'vitest';
import { browserOptions, microphoneArgs } from '../../scripts/browser-options.ts';
import { installedBrowser } from '../../scripts/find-browser.ts';
import type { RunRecord } from '../../src/core/rehearsal/record.ts';
import { runProgram } from '../program-process.ts';
import { tempFolder } from '../services/temp-folder.ts';

/*
 * The whole way by ear: a story told by the system’s speech into a real browser, with a row left out. On the screen nobody
 * presses a key between the start and the rating.
 */

vi.setConfig({ testTimeout: 180_000 });

const flite = spawnSync('flite', ['-lv']).status === 0;
const browserFile = installedBrowser();

const story = `# Ownership
## The night ferry (1:00)
Tell me about a problem that nobody wanted.

> * S:
>   * Night ferry left half empty every Friday
>   * Islanders stranded at the harbour
> * T:
>   * Asked to cancel the late crossing
> * A:
>   * Counted passengers for six weekends
>   * Spoke with the school and the hospital
>   * Moved the departure by forty minutes
> * R:
>   * Passengers rose by seventy percent

**S:** Two winters ago our night ferry left the harbour half empty every Friday, and at the same time islanders were stranded on the mainland.

**T:** My manager asked me to cancel the late crossing.

**A:** I counted the passengers for six weekends with a clicker in my hand. I spoke with the school and the hospital, because nurses and pupils were the ones who waited. Then I moved the departure by forty minutes so that it met the train.

**R:** Within a season the passengers rose by seventy percent, and the crossing still runs today.
`;

/** In other words, and without the school and the hospital. */
const telling =
  'Two winters ago, our night ferry left half empty every Friday, while islanders were stranded at the harbour. ' +
  'I was asked to cancel the late crossing. ' +
  'So I counted the passengers for six weekends, with a clicker. ' +
  'Then I moved the departure by forty minutes, so that it met the train. ' +
  'In the end passengers rose by seventy percent.';

test.skipIf(!flite || browserFile === null)(
  'a telling is ticked, followed, recorded and ended by ear (needs flite)',
  async () => {
    const home = await tempFolder();
    const stories = path.join(home, 'stories');
    await mkdir(stories);
    await writeFile(path.join(stories, 'ferry.md'), story);
    const settings = {
      listening: true,
      handsFree: true,
      recordRuns: true,
      mode: 'voice',
      thinkMs: 0,
      fadeLevel: 'outline',
    };
    await writeFile(path.join(home, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
    const sound = path.join(home, 'telling.wav');
    expect(spawnSync('flite', ['-voice', 'slt', '-t', telling, '-o', sound]).status).toBe(0);
    const program = runProgram(['src/cli/offbook.ts', 'serve', '--port', '0', '--stories', stories, '--no-open'], {
      OFFBOOK_HOME: home,
    });
    onTestFinished(() => {
      program.kill('SIGINT');
    });
    const options = browserOptions(browserFile);
    const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...microphoneArgs(sound)] });
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1120, height: 760 } });
    await page.goto((await program.address).replace('/#', '/?view=rehearsal#'));
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    const result = page.getByRole('region', { name: 'Result' });
    await result.waitFor({ timeout: 120_000 });
    const box = (name: string) => result.getByRole('checkbox', { name });
    await expect.poll(() => box('Counted passengers for six weekends').isChecked()).toBe(true);
    expect(await box('Spoke with the school and the hospital').isChecked()).toBe(false);
    await result.getByRole('button', { name: 'heard' }).first().click();
    await expect.poll(() => result.getByText(/winters|ferry/).count()).toBeGreaterThan(0);
    await page.keyboard.press('3');

    const logged = async (): Promise<RunRecord[]> => {
      const text = await readFile(path.join(home, 'practice-log.jsonl'), 'utf8').catch(() => '');
      return text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as RunRecord);
    };
    await expect.poll(async () => (await logged()).length).toBeGreaterThan(0);
    const [run] = await logged();
    // Every section has its time, which only the voice marked.
    expect(run?.sections.map(({ spokenMs }) => spokenMs !== null)).toEqual([true, true, true, true]);
    expect(run?.missed.map(({ text }) => text)).toContain('Spoke with the school and the hospital');
    expect(run?.heard?.told?.length).toBeGreaterThanOrEqual(5);
    // The silence at its end isn’t part of the answer, but of the recording.
    expect(run?.totalMs).toBeLessThan((run?.heard?.recording?.durationMs ?? 0) - 10_000);
  },
);
