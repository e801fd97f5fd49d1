import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandIds } from '../../src/core/contract/commands.ts';
import { readHandover, readLaunch, reportBeforeStart } from '../../src/main/launch.ts';

const home = path.resolve('/somewhere/home');
const nothing = { stories: null, command: null, problems: [] };

describe('a command line', () => {
  test.each([
    ['nothing', [], nothing],
    ['what starts an unpacked program', ['.'], nothing],
    ["Chromium's own switches", ['--ozone-platform=x11', '--no-sandbox', '.'], nothing],
    ['a folder', ['--stories', 'my stories'], { ...nothing, stories: path.join(home, 'my stories') }],
    ['a folder after =', ['--stories=über/a=b'], { ...nothing, stories: path.join(home, 'über/a=b') }],
    ['an absolute folder', ['--stories', home], { ...nothing, stories: home }],
    ['a command', ['--do', 'next-row'], { ...nothing, command: 'next-row' as const }],
    ['a command after =', ['.', '--do=play-pause'], { ...nothing, command: 'play-pause' as const }],
    [
      'both',
      ['--do', 'reset', '--stories', 'x'],
      { stories: path.join(home, 'x'), command: 'reset' as const, problems: [] },
    ],
  ])('reads %s', (_what, words, expected) => {
    expect(readLaunch(words, home)).toEqual(expected);
  });

  test('lists the commands if it names an unknown one', () => {
    const { command, problems } = readLaunch(['--do', 'dance'], home);
    expect(command).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('There isn’t a command “dance”.');
    for (const id of commandIds) expect(problems[0]).toContain(id);
  });

  test.each([
    [['--do'], '--do needs a command.'],
    [['--do', '--stories', 'x'], '--do needs a command.'],
    [['--do='], '--do needs a command.'],
    [['--do', 'toString'], 'There isn’t a command “toString”.'],
    [['--stories'], '--stories needs a folder'],
    [['--stories', '--do', 'reset'], '--stories needs a folder'],
    [['--stories', ''], '--stories needs a folder'],
    [['--stories', 'a', '--stories', 'b'], 'Use --stories only once'],
  ])('refuses %j', (words, sentence) => {
    const { problems } = readLaunch(words, home);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(sentence);
  });
});

describe('a later start', () => {
  test('is read from what it sent, relative to its own folder', () => {
    const handover = { words: ['.', '--stories', 'x', '--do', 'faster'], directory: home };
    const chromiums = ['electron', '--original-process-start-time=1', '--stories'];
    expect(readHandover(handover, chromiums, path.resolve('/elsewhere'))).toEqual({
      stories: path.join(home, 'x'),
      command: 'faster',
      problems: [],
    });
  });

  test.each([undefined, null, 'text', {}, { words: 'reset', directory: home }, { words: [1], directory: home }])(
    'is read from its command line if it sent %j',
    (data) => {
      expect(readHandover(data, ['electron', '.', '--do', 'reset'], home).command).toBe('reset');
    },
  );
});

test('what prevents the start goes to the terminal, not to a box', () => {
  const said: string[] = [];
  reportBeforeStart(
    'No.',
    (text) => said.push(`terminal: ${text}`),
    (text) => said.push(`box: ${text}`),
  );
  expect(said).toEqual(['terminal: No.\n']);
});

test('without a terminal it goes to a box', () => {
  const said: string[] = [];
  const write = (): void => {
    throw Object.assign(new Error('bad file descriptor'), { code: 'EBADF' });
  };
  reportBeforeStart('No.', write, (text) => said.push(text));
  expect(said).toEqual(['No.']);
});
