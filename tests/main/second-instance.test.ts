import { expect, test } from 'vitest';
import type { LibraryState } from '../../src/core/contract/contract.ts';
import type { OffbookApp } from '../../src/services/base/program.ts';
import { obey, runWhenRead } from '../../src/main/second-instance.ts';

/** Records the calls in order; `openFolder` fails with the given error. */
function listener(openFails: Error | null = null, status: LibraryState['status'] = 'ready') {
  const asked: string[] = [];
  let tell = (_library: Pick<LibraryState, 'status'>): void => {};
  const offbook = {
    state: () => ({ library: { status } }),
    on: (_name: string, listen: typeof tell) => {
      tell = listen;
      return () => (tell = () => {});
    },
    notify: (severity: string, text: string) => asked.push(`${severity}: ${text}`),
    runCommand: (id: string) => asked.push(`run ${id}`),
    handlers: {
      openFolder: ({ path }: { path: string }) => {
        asked.push(`open ${path}`);
        return openFails === null ? Promise.resolve(null) : Promise.reject(openFails);
      },
    },
  } as unknown as OffbookApp;
  return {
    asked,
    offbook,
    prompter: { show: () => asked.push('show') },
    tell: (now: LibraryState['status']) => tell({ status: now }),
  };
}

test.each([
  [{ stories: null, command: null, problems: [] }, ['show']],
  [{ stories: '/s', command: null, problems: [] }, ['show', 'open /s']],
  [{ stories: null, command: 'next-row', problems: [] }, ['run next-row']],
  [{ stories: '/s', command: 'reset', problems: [] }, ['open /s', 'run reset']],
  [{ stories: null, command: null, problems: ['No.'] }, ['error: No.', 'show']],
] as const)('a later start %j', async (launch, expected) => {
  const { asked, offbook, prompter } = listener();
  await obey({ ...launch, problems: [...launch.problems] }, offbook, prompter);
  expect(asked).toEqual(expected);
});

test('a folder that can’t be opened is reported', async () => {
  const { asked, offbook, prompter } = listener(new Error('it is a dream'));
  await obey({ stories: '/s', command: null, problems: [] }, offbook, prompter);
  expect(asked.at(-1)).toBe('error: /s couldn’t be opened: it is a dream');
});

test('a command waits until the stories are loaded and the first is shown, and runs once', async () => {
  const { asked, offbook, tell } = listener(null, 'loading');
  runWhenRead('next-story', offbook);
  tell('loading');
  tell('ready');
  asked.push('the first story is on');
  await Promise.resolve();
  tell('ready');
  await Promise.resolve();
  expect(asked).toEqual(['the first story is on', 'run next-story']);
});
