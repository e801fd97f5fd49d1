import { expect, test } from 'vitest';
import type { App } from '../../src/services/app-types.ts';
import { obey } from '../../src/main/obey.ts';

/** Notes what it is asked for, in order; `openFolder` fails with what is given. */
function listener(openFails: Error | null = null) {
  const asked: string[] = [];
  const offbook = {
    notify: (severity: string, text: string) => asked.push(`${severity}: ${text}`),
    runCommand: (id: string) => asked.push(`run ${id}`),
    handlers: {
      openFolder: ({ path }: { path: string }) => {
        asked.push(`open ${path}`);
        return openFails === null ? Promise.resolve(null) : Promise.reject(openFails);
      },
    },
  } as unknown as App;
  return { asked, offbook, prompter: { show: () => asked.push('show') } };
}

test.each([
  [{ stories: null, command: null, problems: [] }, ['show']],
  [{ stories: '/s', command: null, problems: [] }, ['show', 'open /s']],
  [{ stories: null, command: 'next-row', problems: [] }, ['run next-row']],
  [{ stories: '/s', command: 'reset', problems: [] }, ['run reset', 'open /s']],
  [{ stories: null, command: null, problems: ['No.'] }, ['error: No.', 'show']],
] as const)('a later start %j', async (launch, expected) => {
  const { asked, offbook, prompter } = listener();
  await obey({ ...launch, problems: [...launch.problems] }, offbook, prompter);
  expect(asked).toEqual(expected);
});

test('a folder that cannot be opened is told', async () => {
  const { asked, offbook, prompter } = listener(new Error('it is a dream'));
  await obey({ stories: '/s', command: null, problems: [] }, offbook, prompter);
  expect(asked.at(-1)).toBe('error: /s could not be opened: it is a dream');
});
