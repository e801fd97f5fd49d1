import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserOptions, microphoneArgs } from '../../scripts/browser-options.ts';
import { installedBrowser } from '../../scripts/find-browser.ts';
import { expectAccessible } from '../pages/prompter-page.ts';
import { openRehearsal, readRuns, rehearsalOf } from '../pages/rehearsal-page.ts';
import { lock } from '../stories/rehearsal-stories.ts';
import { silence, syllables } from '../synthetic-voice.ts';
import { wavOf } from '../wav.ts';
import { expect, test } from './offbook.ts';

/** A voice without words, from when the microphone opens: silence, speech, a pause, speech, silence. */
const microphone = [silence(1500), syllables(8), silence(1800), syllables(6), silence(60_000)];

let browser: Browser;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-voice-'));
  const file = path.join(folder, 'voice.wav');
  await writeFile(file, wavOf(microphone));
  const options = browserOptions(installedBrowser());
  const args = [...(options.args ?? []), ...microphoneArgs(file)];
  browser = await chromium.launch({ ...options, args });
});

test.afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page whose microphone plays that voice; `settings` are the person’s. */
async function listeningPage(home: string, settings: object): Promise<Page> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(path.join(home, 'settings.json'), JSON.stringify({ listening: true, ...settings }), { mode: 0o600 });
  return browser.newPage({ viewport: { width: 1120, height: 760 } });
}

test('the first word starts the clock; the result has pauses and plays, and the log keeps it', async ({
  startOffbook,
  folder: home,
}) => {
  const page = await listeningPage(home, { handsFree: true, recordRuns: true, tickRows: false, mode: 'step' });
  const offbook = await startOffbook({ stories: { 'a.md': lock }, home });
  await openRehearsal(page, offbook);
  const { main, think, timer, result, rating } = rehearsalOf(page);
  await think.fill('0:00');
  await think.blur();
  await page.keyboard.press('Enter');
  const dot = main.getByRole('img', { name: /^Microphone on: / });
  await expect(dot).toBeVisible();
  await expect(main).toContainText('starts with your first word');
  await expect(timer).toHaveText('1:00');
  await expect(dot).toHaveAttribute('data-speaking', 'true');
  await expect(main).not.toContainText('first word');
  await expect(dot).toHaveAttribute('data-speaking', 'false');
  await expect(dot).toHaveAttribute('data-speaking', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(dot).toHaveAttribute('data-speaking', 'false');
  await page.keyboard.press('Enter');

  const heard = result.getByRole('region', { name: 'Pauses and pace' });
  await expect(heard).toContainText(/Longest pause (?:1\.[5-9]|2\.[0-2]) s/);
  await expect(heard.getByRole('img', { name: '1 pause of half a second or more' })).toBeVisible();
  await expect(result.getByRole('group', { name: 'Untick what you left out' })).toBeVisible();
  const recording = result.getByRole('region', { name: 'Recording' });
  await expect(recording.getByRole('button', { name: 'Play recording' })).toBeVisible();
  await expectAccessible(page);
  const position = recording.getByRole('slider', { name: 'Position' });
  await position.press('PageUp');
  await expect(position).toHaveAttribute('aria-valuetext', /, Situation$/);
  // The last section plays to the end.
  await recording.getByRole('list', { name: 'Play a section' }).getByRole('button', { name: 'Task' }).click();
  await expect(position).toHaveAttribute('aria-valuetext', /^(0:\d\d) of \1/);
  await expect(recording.getByRole('button', { name: 'Play recording' })).toBeVisible();
  await recording.getByRole('button', { name: 'Star' }).click();
  await expect(recording.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true');
  await rating('Good').click();
  const [run] = await readRuns(offbook, 1);
  expect(run?.heard).toMatchObject({ told: null, recording: { durationMs: expect.any(Number) } });
  expect(run?.heard?.firstWordMs).toBeLessThan(300);
  await page.close();
});

test('on the prompter, scrolling waits in silence and goes on with speech', async ({ startOffbook, folder: home }) => {
  const page = await listeningPage(home, { waitInSilence: true, mode: 'auto' });
  const offbook = await startOffbook({ stories: { 'a.md': lock }, home });
  await offbook.open(page);
  const dot = page.getByRole('img', { name: /^Microphone on: / });
  await expect(dot).toBeVisible();
  await page.keyboard.press('Space');
  /** Whether the outline moves with the clock, as the browser plays it. */
  const plays = () =>
    page.evaluate(() =>
      document
        .querySelector('.rows')
        ?.getAnimations()
        .some(({ playState }) => playState === 'running'),
    );
  await expect(dot).toHaveAttribute('data-speaking', 'true');
  await expect.poll(plays).toBe(true);
  await expect(dot).toHaveAttribute('data-speaking', 'false');
  await expect.poll(plays).toBe(false);
  await expect(page.getByRole('timer')).toHaveAttribute('data-status', 'running');
  await expect(dot).toHaveAttribute('data-speaking', 'true');
  await expect.poll(plays).toBe(true);
  await expectAccessible(page);
  await page.close();
});
