/*
 * Takes the README's pictures, with the sample stories: `npm run pictures`, or only some: `npm run pictures -- heard`. The
 * pictures are committed.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { madeUpLog } from '../bench/made-up-log.ts';
import { ensureBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import type { ViewName } from '../src/core/contract/commands.ts';
import { readStoryTexts } from '../src/core/stories/library.ts';
import { practiceLogFile } from '../src/services/practice/log.ts';
import { runProgram } from '../tests/program-process.ts';
import { browserOptions, microphoneArgs } from './browser-options.ts';
import { provideBrowser } from './provide-browser.ts';

interface Picture {
  name: string;
  theme: 'dark' | 'light';
  scale: 1 | 2;
  size: { width: number; height: number };
  /** The view's name in the URL. */
  view: ViewName;
  /** Whether the log has runs of the last weeks. */
  practised?: boolean;
  /** Settings that differ from the defaults. */
  settings?: object;
  /** Whether the page’s microphone hears the story told. */
  isHeard?: boolean;
  /** What to do in the view before taking its picture. */
  prepare: (page: Page) => Promise<void>;
}

/** The sizes at which the windows first open. */
const small = { width: 460, height: 260 };
const large = { width: 1120, height: 720 };

const prompter = { view: 'prompter', size: small, prepare: showRun } as const;
const rehearsed = { theme: 'dark', scale: 2, size: large, practised: true } as const;

/** The sample story of most pictures. */
const surcharge = 'The surcharge I switched off';

const heardSettings = { listening: true, handsFree: true, recordRuns: true, mode: 'voice' };

const pictures: readonly Picture[] = [
  { ...prompter, name: 'prompter-dark@1x', theme: 'dark', scale: 1 },
  { ...prompter, name: 'prompter-dark@2x', theme: 'dark', scale: 2 },
  { ...prompter, name: 'prompter-light@1x', theme: 'light', scale: 1 },
  { ...prompter, name: 'prompter-light@2x', theme: 'light', scale: 2 },
  { ...prompter, name: 'palette-dark@2x', theme: 'dark', scale: 2, prepare: find },
  { name: 'library-dark@2x', theme: 'dark', scale: 2, size: large, view: 'library', prepare: showAnswer },
  { ...rehearsed, name: 'stage-dark@2x', view: 'rehearsal', prepare: rehearse },
  { ...rehearsed, name: 'result-dark@2x', view: 'rehearsal', prepare: finish },
  { ...rehearsed, name: 'progress-light@2x', theme: 'light', view: 'progress', prepare: showProgress },
  { ...rehearsed, name: 'heard-dark@2x', view: 'rehearsal', settings: heardSettings, isHeard: true, prepare: hear },
  { name: 'settings-light@2x', theme: 'light', scale: 2, size: large, view: 'settings', prepare: settle },
];

/** Longer than a nudge's glide, or a search and drawing its matches. */
const settleMs = 700;

const folder = path.join(projectRoot, 'docs', 'pictures');
const remark = (text: string): void => console.error(text);

await ensureBuilt(projectRoot, process.stderr);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch(browserOptions(provideBrowser(remark)));
const wanted = pictures.filter(({ name }) => name.includes(process.argv[2] ?? ''));
for (const picture of wanted) {
  if (picture.isHeard !== true) await take(browser, picture);
  else await takeHeard(picture);
}
await browser.close();

/** With a browser of its own, whose microphone is a file. Without the system’s speech, the picture stays as it was. */
async function takeHeard(picture: Picture): Promise<void> {
  const temp = await mkdtemp(path.join(tmpdir(), 'offbook-telling-'));
  const sound = path.join(temp, 'telling.wav');
  if (spawnSync('flite', ['-voice', 'slt', '-t', await telling(), '-o', sound]).status === 0) {
    const options = browserOptions(provideBrowser(remark));
    const args = [...(options.args ?? []), ...microphoneArgs(sound)];
    const hearing = await chromium.launch({ ...options, args });
    await take(hearing, picture);
    await hearing.close();
  } else remark(`docs/pictures/${picture.name}.png needs flite: apt-get install -y flite`);
  await rm(temp, { recursive: true });
}

/** Starts a new program for each picture, so that none shows what another one left behind. */
async function take(
  from: Browser,
  { name, theme, scale, size, view, practised, settings, prepare }: Picture,
): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-pictures-'));
  if (practised === true) await writeFile(practiceLogFile(home), await earlierRuns());
  if (settings !== undefined) await writeFile(path.join(home, 'settings.json'), JSON.stringify(settings));
  // The settings list the chosen folders; without any, the samples are used.
  const which = view === 'settings' ? [] : ['--stories', path.join(projectRoot, 'stories')];
  const program = runProgram(['src/cli/offbook.ts', 'serve', '--no-open', ...which], { OFFBOOK_HOME: home });
  const context = await from.newContext({ viewport: size, deviceScaleFactor: scale, colorScheme: theme });
  const page = await context.newPage();
  await page.goto((await program.address).replace('/#', `/?view=${view}#`));
  await prepare(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  program.kill('SIGINT');
  await program.exited;
  await rm(home, { recursive: true });
  console.log(`docs/pictures/${name}.png`);
}

/** A story in progress, some rows in, as in a call; paused, so that the letters are on whole pixels. */
async function showRun(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  await page.getByRole('list', { name: 'Outline' }).waitFor();
  while (!(await title.textContent())?.includes('surcharge')) {
    const before = await title.textContent();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
  }
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Space');
  await untilLeft(page, '1:55');
  await page.keyboard.press('Space');
  await settle(page);
}

async function find(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Outline' }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Find a story' }).fill('made a mistake');
  await page.getByRole('option').first().waitFor();
  await settle(page);
}

async function showAnswer(page: Page): Promise<void> {
  await page.getByText('The surcharge I switched off').first().click();
  await page.getByRole('tab', { name: 'Full answer' }).click();
  await settle(page);
}

/** A run that shows initials, in its third section; in real time, so that the figures are realistic. */
async function rehearse(page: Page): Promise<void> {
  const which = page.getByRole('combobox', { name: 'Which stories' });
  await which.selectOption({ label: surcharge });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const timer = page.getByRole('timer', { name: 'Time left' });
  await timer.waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  for (const left of ['1:39', '1:25']) {
    await untilLeft(page, left);
    await page.keyboard.press('ArrowDown');
  }
  await untilLeft(page, '1:07');
}

/** Waits until the clock shows this time or a later one: on a busy computer a second can pass unseen. */
async function untilLeft(page: Page, left: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const secondsOf = (text: string): number => {
        const [minutes = 0, seconds = 0] = text.replace('+', '').split(':').map(Number);
        return (text.startsWith('+') ? -1 : 1) * (minutes * 60 + seconds);
      };
      const shown = document.querySelector('[role="timer"]')?.textContent ?? '';
      return /^\+?\d+:\d\d$/.test(shown) && secondsOf(shown) <= secondsOf(wanted);
    },
    left,
    { timeout: 90_000 },
  );
}

async function finish(page: Page): Promise<void> {
  await rehearse(page);
  for (const left of ['0:21', '0:06', '+0:03']) {
    await untilLeft(page, left);
    await page.keyboard.press('ArrowDown');
  }
  await page.getByRole('checkbox').nth(4).click();
  await settle(page);
}

/** A run told by the microphone, to its end by silence; in real time. */
async function hear(page: Page): Promise<void> {
  const which = page.getByRole('combobox', { name: 'Which stories' });
  await which.selectOption({ label: surcharge });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('region', { name: 'Result' }).waitFor({ timeout: 300_000 });
  await page.getByRole('button', { name: 'Play recording' }).waitFor();
  await settle(page);
}

/** Most of the story’s answer. */
async function telling(): Promise<string> {
  const { stories } = readStoryTexts(await samples());
  const answer = stories.find(({ title }) => title === surcharge)?.answer ?? [];
  return answer.map(({ text }) => text.replace(/(?<=[.!?]) [^.!?]+[.!?]$/u, '')).join('\n\n');
}

async function showProgress(page: Page): Promise<void> {
  await page.getByRole('main', { name: 'Progress' }).waitFor();
  await settle(page);
}

/** Runs of the sample stories over the last six weeks. */
async function earlierRuns(): Promise<string> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return madeUpLog({ stories: readStoryTexts(await samples()).stories, runs: 60, lastDay: yesterday, days: 42 });
}

/** The sample stories’ files. */
async function samples(): Promise<{ file: string; text: string }[]> {
  const from = path.join(projectRoot, 'stories');
  const names = (await readdir(from)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(names.map(async (file) => ({ file, text: await readFile(path.join(from, file), 'utf8') })));
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(settleMs);
}
