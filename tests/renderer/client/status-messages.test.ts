import { describe, expect, test } from 'vitest';
import type { AppState, StoryBrief } from '../../../src/core/contract/contract.ts';
import type { Problem } from '../../../src/core/stories/model.ts';
import { emptyScreenOf, remarkOf } from '../../../src/renderer/client/status-messages.ts';
import type { ViewState } from '../../../src/renderer/client/store.ts';
import { appWith, sessionAfter } from '../sessions.ts';

function viewOf(part: Partial<ViewState>): ViewState {
  return {
    connection: 'connected',
    app: appWith(),
    offsetMs: 0,
    prediction: null,
    route: 'prompter',
    panel: 'none',
    panelView: 'prompter',
    hidden: [],
    wantedStories: null,
    setupFrom: null,
    failure: null,
    ...part,
  };
}

function library(part: Partial<AppState['library']>): AppState['library'] {
  return { ...appWith().library, ...part };
}

function problem(file: string, part: Partial<Problem> = {}): Problem {
  return {
    file,
    line: null,
    severity: 'error',
    code: 'not-utf8',
    message: 'It is no text. Save it as UTF-8.',
    ...part,
  };
}

const kilnBrief: StoryBrief = {
  id: 'kiln',
  file: '/stories/a.md',
  line: 1,
  group: null,
  title: 'Kiln',
  question: null,
  variants: [],
  tags: [],
  targetMs: null,
  estimateMs: null,
  problems: 0,
  hints: 0,
};

describe('the status line', () => {
  test('is empty when all is well', () => {
    expect(remarkOf(viewOf({}))).toBeNull();
    expect(remarkOf(viewOf({ app: null }))).toBeNull();
  });

  test('says first that the program is gone, and offers to try again', () => {
    const app = appWith({ notices: [{ id: 1, severity: 'error', text: 'Other trouble.' }] });
    const remark = remarkOf(viewOf({ app, connection: 'lost' }));
    expect(remark).toMatchObject({ tone: 'error', actions: [{ type: 'retry' }] });
    expect(remark?.text).toContain('npm start');
  });

  test('shows an error before a newer remark, and each can be put away', () => {
    const notices: AppState['notices'] = [
      { id: 1, severity: 'error', text: 'The settings could not be saved.' },
      { id: 2, severity: 'info', text: 'Theme: dark.' },
    ];
    expect(remarkOf(viewOf({ app: appWith({ notices }) }))).toEqual({
      tone: 'error',
      text: 'The settings could not be saved.',
      actions: [{ type: 'dismiss-notice', id: 1 }],
    });
    expect(remarkOf(viewOf({ app: appWith({ notices: notices.slice(1) }) }))?.text).toBe('Theme: dark.');
  });

  test('shows an error of the files before any info, and before older errors that of a notice', () => {
    const broken = library({ problems: [problem('/stories/two.md')] });
    const info = { id: 2, severity: 'info', text: 'Theme: dark.' } as const;
    expect(remarkOf(viewOf({ app: appWith({ library: broken, notices: [info] }) }))?.text).toContain('two.md');
    const error = { id: 1, severity: 'error', text: 'Not saved.' } as const;
    const newer = { id: 3, severity: 'error', text: 'Not saved again.' } as const;
    const app = appWith({ library: broken, notices: [error, newer, info] });
    expect(remarkOf(viewOf({ app }))?.text).toBe('Not saved again.');
    const samples = appWith({ library: library({ samples: true }), notices: [info] });
    expect(remarkOf(viewOf({ app: samples }))?.text).toBe('Theme: dark.');
  });

  test.each([
    ['unreadable-folder', 'can’t be read'],
    ['not-a-story-file', 'no folder with stories'],
    ['too-many-files', 'Choose a smaller folder'],
  ])('tells of a folder with %s what is true, with the buttons that mend it', (code, words) => {
    const problems = [problem('/stories/two.md'), problem('/home/ada/tales', { code })];
    const stories = [{ ...kilnBrief, file: '/home/ada/tales/a.md' }];
    const remark = remarkOf(viewOf({ app: appWith({ library: library({ problems, stories }) }) }));
    expect(remark).toMatchObject({
      tone: 'error',
      actions: [{ type: 'choose-folder' }, { type: 'look-again' }, { type: 'hide' }],
    });
    expect(remark?.text).toContain('The folder tales');
    expect(remark?.text).toContain(words);
    expect(remark?.text).toContain('The stories read before stay in use.');
    const none = remarkOf(viewOf({ app: appWith({ library: library({ problems, stories: [kilnBrief] }) }) }));
    expect(none?.text).toContain('The other stories are there.');
  });

  test.each([
    ['/home/ada/tales', '/home/ada/tales2/a.md', false],
    ['/home/ada/tales', '/home/ada/tales/deep/a.md', true],
    ['/home/ada/tales.md', '/home/ada/tales.md', true],
    ['C:\\tales', 'C:\\tales\\a.md', true],
    ['C:\\', 'C:\\a.md', true],
    ['/', '/a.md', true],
  ])('of the folder %s, the file %s is its own: %s', (folder, file, isOwn) => {
    const problems = [problem(folder, { code: 'unreadable-folder' })];
    const stories = [{ ...kilnBrief, file }];
    const text = remarkOf(viewOf({ app: appWith({ library: library({ problems, stories }) }) }))?.text;
    expect(text?.includes('The stories read before stay in use.')).toBe(isOwn);
  });

  test('names the root of the disk, which has no name', () => {
    const problems = [problem('/', { code: 'unreadable-folder' })];
    expect(remarkOf(viewOf({ app: appWith({ library: library({ problems }) }) }))?.text).toContain(
      'The folder / can’t',
    );
  });

  test('counts broken files beside a story, and stays away once put away', () => {
    const app = appWith({ library: library({ problems: [problem('/stories/two.md'), problem('/stories/three.md')] }) });
    const remark = remarkOf(viewOf({ app }));
    expect(remark?.text).toContain('2 files');
    const hide = remark?.actions.find(({ type }) => type === 'hide');
    expect(hide).toBeDefined();
    const key = hide?.type === 'hide' ? hide.key : '';
    expect(remarkOf(viewOf({ app, hidden: [key] }))).toBeNull();
  });

  test('comes back when other files break', () => {
    const one = appWith({ library: library({ problems: [problem('/stories/two.md')] }) });
    const other = appWith({ library: library({ problems: [problem('/stories/four.md')] }) });
    const hide = remarkOf(viewOf({ app: one }))?.actions.find((action) => action.type === 'hide');
    expect(remarkOf(viewOf({ app: other, hidden: [hide?.key ?? ''] }))?.text).toContain('four.md');
  });

  test('leaves warnings to who works on the stories', () => {
    const app = appWith({ library: library({ problems: [problem('/stories/two.md', { severity: 'warning' })] }) });
    expect(remarkOf(viewOf({ app }))).toBeNull();
  });

  test('says that samples are samples, until told not to', () => {
    const app = appWith({ library: library({ samples: true }) });
    expect(remarkOf(viewOf({ app }))).toMatchObject({
      tone: 'info',
      actions: [{ type: 'choose-folder' }, { key: 'samples' }],
    });
    expect(remarkOf(viewOf({ app, hidden: ['samples'] }))).toBeNull();
  });

  test('tells who rehearses what just happened, and what stays so only afterwards', () => {
    const session = { ...appWith().session, rehearsing: { phase: 'speaking', at: 0, of: 2 } as const };
    const standing = library({ samples: true, problems: [problem('/stories/two.md')] });
    expect(remarkOf(viewOf({ app: appWith({ session, library: standing }) }))).toBeNull();
    const notices: AppState['notices'] = [{ id: 1, severity: 'info', text: 'The computer slept.' }];
    const told = appWith({ session, library: standing, notices });
    expect(remarkOf(viewOf({ app: told }))?.text).toBe('The computer slept.');
  });
});

describe('the screen without a story', () => {
  const session = sessionAfter();
  const screen = (part: Partial<AppState['library']>) =>
    emptyScreenOf(viewOf({ app: appWith({ session, library: library(part) }) }));

  test('says that it is about to connect', () => {
    expect(emptyScreenOf(viewOf({ app: null, connection: 'connecting' }))).toMatchObject({ tone: 'info', actions: [] });
  });

  test('tells a page without the right token where to get it', () => {
    const refused = emptyScreenOf(viewOf({ app: null, connection: 'refused' }));
    expect(refused.tone).toBe('error');
    expect(refused.text).toContain('Open the address that Offbook printed last');
  });

  test('tells that the program is gone', () => {
    expect(emptyScreenOf(viewOf({ app: null, connection: 'lost' })).text).toContain('npm start');
  });

  test('tells why the state could not be read', () => {
    expect(emptyScreenOf(viewOf({ app: null, failure: 'It broke.' }))).toMatchObject({
      tone: 'error',
      text: 'It broke.',
    });
  });

  test('waits for the first reading, and lets a folder that takes long be left for another', () => {
    const actions = [{ type: 'choose-folder' }];
    expect(screen({ status: 'loading' })).toEqual({ tone: 'info', text: 'Reading your stories…', actions });
  });

  test('asks for a folder where none was chosen', () => {
    expect(screen({ folders: [] })).toMatchObject({ tone: 'info', actions: [{ type: 'choose-folder' }] });
  });

  test('names a folder without stories', () => {
    expect(screen({}).text).toContain('/stories');
    expect(screen({}).actions).toEqual([{ type: 'choose-folder' }, { type: 'look-again' }]);
  });

  test('names the file and the line of what is broken, and offers the rest', () => {
    const problems = [problem('/stories/one.md', { line: 7 }), problem('/stories/two.md')];
    const broken = screen({ problems });
    expect(broken).toMatchObject({ tone: 'error', actions: expect.arrayContaining([{ type: 'show-problems' }]) });
    expect(broken.text).toBe('/stories/one.md, line 7: It is no text. Save it as UTF-8.');
    expect(screen({ problems: problems.slice(0, 1) }).actions).not.toContainEqual({ type: 'show-problems' });
  });

  test('offers the first of the stories that are there', () => {
    expect(screen({ stories: [kilnBrief] })).toMatchObject({ tone: 'info', actions: [{ type: 'next-story' }] });
  });
});
