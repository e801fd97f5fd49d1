import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { saveStory } from '../stories/story-files.ts';
import { copyProgram, type Folder } from '../electron/driver/program-copy.ts';
import { startInBrowser } from './browser-shell.ts';
import type { Driver, Program, Shell } from './driver.ts';
import { startInElectron } from './electron.ts';
import { startOnStandIn } from './stand-in.ts';

export { expect };

const drivers: Readonly<Record<Shell, Driver>> = {
  'the browser shell': startInBrowser,
  'the stand-in for Electron': startOnStandIn,
  Electron: startInElectron,
};

/** What a project of the Playwright configuration sets for its flows. */
export interface FlowOptions {
  shell: Shell;
}

/** A flow's program and its folders. */
export interface FlowProgram extends Program {
  /** Saves a story as a careful editor does: to a new file, renamed over the old one. */
  write: (file: string, text: string) => Promise<void>;
  /** Where it keeps the settings, the practice log and everything else. */
  home: string;
}

interface Fixtures {
  /** Starts the program with these stories, by file name. The flow fails if a console has a warning or an error. */
  startProgram: (stories: Readonly<Record<string, string>>) => Promise<FlowProgram>;
}

interface WorkerFixtures extends FlowOptions {
  installed: () => Promise<string>;
}

/** Playwright's `test` for a flow, the same in every shell. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  shell: ['the browser shell', { option: true, scope: 'worker' }],
  installed: [
    // Playwright reads from this pattern what a fixture needs, so it has to be here even if it is empty.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const copies: Promise<Folder>[] = [];
      await use(async () => {
        if (copies.length === 0) copies.push(copyProgram());
        return (await Promise.all(copies))[0]!.path;
      });
      for (const copy of copies) await (await copy).remove();
    },
    { scope: 'worker' },
  ],
  startProgram: async ({ shell, browser, installed }, use) => {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'offbook-flow-')));
    const [storiesDir, home] = [path.join(folder, 'stories'), path.join(folder, 'home')];
    const write = (file: string, text: string) => saveStory(path.join(storiesDir, file), text);
    const started: Program[] = [];
    await use(async (stories) => {
      await mkdir(home);
      for (const [file, text] of Object.entries(stories)) await write(file, text);
      const program = await drivers[shell]({ storiesDir, home }, { browser, installed });
      started.push(program);
      return { ...program, write, home };
    });
    const complaints = started.flatMap((program) => program.complaints());
    for (const program of started) await program.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    expect(complaints).toEqual([]);
  },
});
