/*
 * The README's pictures, made from the samples: the prompter at its first size, dark and light, at 1× and 2×.
 * `npm run pictures`; what it makes is committed.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { ensureBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { runProgram } from '../tests/program-process.ts';
import { browserOptions } from './browser-options.ts';
import { provideBrowser } from './provide-browser.ts';

interface Picture {
  name: string;
  theme: 'dark' | 'light';
  scale: 1 | 2;
}

const pictures: readonly Picture[] = [
  { name: 'prompter-dark@1x', theme: 'dark', scale: 1 },
  { name: 'prompter-dark@2x', theme: 'dark', scale: 2 },
  { name: 'prompter-light@1x', theme: 'light', scale: 1 },
  { name: 'prompter-light@2x', theme: 'light', scale: 2 },
];

const folder = path.join(projectRoot, 'docs', 'pictures');
const remark = (text: string): void => console.error(text);

await ensureBuilt(projectRoot, remark);
await mkdir(folder, { recursive: true });
const browser = await chromium.launch(browserOptions(provideBrowser(remark)));
for (const picture of pictures) await take(browser, picture);
await browser.close();

/** A story on its way: some rows in, the clock running, so that the picture shows what one sees in a call. */
async function take(from: Browser, { name, theme, scale }: Picture): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'offbook-pictures-'));
  const stories = path.join(projectRoot, 'stories');
  const program = runProgram(['src/cli/offbook.ts', 'serve', '--no-open', '--stories', stories], {
    OFFBOOK_HOME: home,
  });
  const context = await from.newContext({
    viewport: { width: 460, height: 260 },
    deviceScaleFactor: scale,
    colorScheme: theme,
  });
  const page = await context.newPage();
  await page.goto(await program.address);
  await page.getByRole('list', { name: 'Outline' }).waitFor();
  const title = page.getByRole('heading', { level: 1 });
  while (!(await title.textContent())?.includes('surcharge')) {
    const before = await title.textContent();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent !== text, before);
  }
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await page.getByRole('timer').filter({ hasText: '1:55' }).waitFor();
  // Paused, so that the rows stand on whole pixels and their letters are sharp.
  await page.keyboard.press('Space');
  // Longer than a nudge's glide and the state's change take.
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
  program.kill('SIGINT');
  await program.exited;
  await rm(home, { recursive: true });
  console.log(`docs/pictures/${name}.png`);
}
