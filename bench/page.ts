import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserOptions } from '../scripts/browser-options.ts';
import { provideBrowser } from '../scripts/provide-browser.ts';
import { ensureBuilt } from '../src/cli/build.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { runProgram } from '../tests/program-process.ts';

/** Offbook in a page of the system's Chromium, at the prompter's initial size. */
export interface BenchPage {
  page: Page;
  browser: Browser;
  close: () => Promise<void>;
}

/**
 * Starts Offbook with these story files and opens the prompter. `home` are files for the settings folder, such as a
 * practice log.
 */
export async function openBenchPage(
  files: Readonly<Record<string, string>>,
  home: Readonly<Record<string, string>> = {},
): Promise<BenchPage> {
  const remark = (text: string): void => console.error(text);
  await ensureBuilt(projectRoot, process.stderr);
  const folder = await mkdtemp(path.join(tmpdir(), 'offbook-bench-'));
  const stories = path.join(folder, 'stories');
  const settings = path.join(folder, 'home');
  await mkdir(stories);
  await mkdir(settings);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(stories, file), text);
  for (const [file, text] of Object.entries(home)) await writeFile(path.join(settings, file), text);
  const program = runProgram(['src/cli/offbook.ts', 'serve', '--no-open', '--stories', stories], {
    OFFBOOK_HOME: settings,
  });
  const browser = await chromium.launch(browserOptions(provideBrowser(remark)));
  const page = await browser.newPage({ viewport: { width: 460, height: 260 } });
  await page.goto(await program.address);
  await page.getByRole('list', { name: 'Outline' }).waitFor();
  return {
    page,
    browser,
    close: async () => {
      await browser.close();
      program.kill('SIGINT');
      await program.exited;
      await rm(folder, { recursive: true });
    },
  };
}

/** When the display compositor presented frames during some work, in milliseconds of its clock. */
export async function framesDuring(page: Page, run: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const times: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as { name: string; ph: string; ts: number }[]) {
      // A span is reported as a begin and an end event, or as one event for both.
      if (event.name === 'Display::DrawAndSwap' && event.ph !== 'E') times.push(event.ts / 1000);
    }
  });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['viz'] } });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return times.sort((a, b) => a - b);
}
