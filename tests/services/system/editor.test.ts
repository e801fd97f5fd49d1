import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openInEditor } from '../../../src/services/system/editor.ts';
import { fakeClock } from '../fake-clock.ts';
import { tempFolder } from '../temp-folder.ts';

/** The file to open; nobody reads it. */
const story = '/my stories/a & b.md';

/** A folder with these programs, as the bodies of shell scripts, and how they are used. */
async function programs(scripts: Readonly<Record<string, string>>) {
  const folder = await tempFolder();
  for (const [name, body] of Object.entries(scripts)) {
    await writeFile(path.join(folder, name), body);
    await chmod(path.join(folder, name), 0o755);
  }
  const clock = fakeClock();
  const outside: string[] = [];
  const env = { PATH: `${folder}:/usr/bin:/bin`, OUT: path.join(folder, 'out'), NODE_OPTIONS: '--none' };
  return {
    folder,
    clock,
    outside,
    env,
    open: (template: string | null = null) =>
      openInEditor(story, 7, {
        platform: 'linux',
        env,
        template,
        openOutside: (file) => Promise.resolve(void outside.push(file)),
        after: clock.after,
      }),
    /** The words that each program was started with, a line each. */
    started: async () => (await readFile(env.OUT, 'utf8')).trim().split('\n'),
  };
}

/** Notes its name and words, and quits with that code. */
const quits = (code: number): string => `#!/bin/sh\nprintf '%s %s\\n' "\${0##*/}" "$*" >> "$OUT"\nexit ${code}\n`;

describe.skipIf(process.platform === 'win32')('an editor that nobody chose', () => {
  test('that fails immediately, or can’t be started, makes way for the next', async () => {
    const { folder, open, started, outside } = await programs({
      code: quits(1),
      // A program of no kind that the system knows, one whose interpreter is gone, and a folder.
      codium: '\u007fELF',
      cursor: '#!/nowhere/at/all\n',
      subl: quits(0),
      idea: quits(0),
    });
    await mkdir(path.join(folder, 'zed'));
    await open();
    expect(await started()).toEqual([`code --goto ${story}:7`, `subl ${story}:7`]);
    expect(outside).toEqual([]);
  });

  test('makes way for the system’s own program if all of them fail', async () => {
    const { open, outside } = await programs({ code: quits(3), zed: '#!/bin/sh\nkill -9 $$\n' });
    await open();
    expect(outside).toEqual([story]);
  });

  test('has opened the file when it still runs after a moment', async () => {
    const { open, clock, env, started, outside } = await programs({
      code: `#!/bin/sh\necho $$ > "$OUT.new"; mv "$OUT.new" "$OUT"\nexec sleep 60\n`,
      codium: quits(0),
    });
    const opening = open();
    await vi.waitFor(() => readFile(env.OUT));
    clock.pass(1500);
    await opening;
    const [pid] = await started();
    process.kill(Number(pid));
    expect(outside).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the person’s own editor', () => {
  test('is the only one tried, at each of its paths, and an error says why it failed', async () => {
    const { folder, open, outside } = await programs({ code: quits(0), subl: quits(2), kate: '#!/nowhere\n' });
    await expect(open('subl')).rejects.toThrow(
      `The editor “subl” can’t be started: ${path.join(folder, 'subl')}: it quit with 2. Choose another one`,
    );
    await expect(open('kate')).rejects.toThrow(`${path.join(folder, 'kate')}: it doesn’t exist.`);
    await expect(open('gedit-of-old {file}')).rejects.toThrow(
      'The editor “gedit-of-old {file}” isn’t on this computer. Choose another one in the settings.',
    );
    expect(outside).toEqual([]);
  });

  test('is started without a shell and with a clean environment', async () => {
    const { open, env } = await programs({
      mine: '#!/bin/sh\nprintf "%s|" "$NODE_OPTIONS" "$@" > "$OUT"\n',
    });
    await open('mine "$(touch x)" ; {line} {file}');
    expect(await readFile(env.OUT, 'utf8')).toBe(`|$(touch x)|;|7|${story}|`);
  });
});
