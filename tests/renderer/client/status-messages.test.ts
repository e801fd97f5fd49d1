import { describe, expect, test } from 'vitest';
import type { AppState, StoryBrief } from '../../../src/core/contract/contract.ts';
import type { Problem } from '../../../src/core/stories/model.ts';
import { firstChoice } from '../../../src/renderer/client/rehearsal-choices.ts';
import { routeAt } from '../../../src/renderer/client/route.ts';
import {
  emptyScreenOf,
  firstKeysKey,
  firstStepsKey,
  isFirstKeys,
  remarkOf,
} from '../../../src/renderer/client/status-messages.ts';
import { lostKey, lostReadKey, type ViewState } from '../../../src/renderer/client/store.ts';
import { appWith, promptCalled, sessionAfter } from '../sessions.ts';

function viewOf(part: Partial<ViewState>): ViewState {
  return {
    connection: 'connected',
    app: appWith(),
    offsetMs: 0,
    prediction: null,
    route: routeAt(''),
    chosen: firstChoice,
    hidden: [],
    outcome: null,
    incoming: null,
    selected: null,
    isBack: false,
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
    message: 'It isn’t text. Save it as UTF-8.',
    ...part,
  };
}

const kilnBrief: StoryBrief = {
  id: 'kiln',
  file: '/stories/a.md',
  line: 1,
  group: null,
  title: 'Kiln',
  name: 'Kiln',
  nameDiffersAt: 0,
  question: null,
  variants: [],
  planned: false,
  tags: [],
  targetMs: null,
  estimateMs: null,
  problems: 0,
  hints: 0,
};

describe('the status line', () => {
  test('is empty when all is well', () => {
    expect(remarkOf(viewOf({}), 'prompter')).toBeNull();
    expect(remarkOf(viewOf({ app: null }), 'prompter')).toBeNull();
  });

  test('says first that the program is gone and what still works, until the person dismisses it', () => {
    const app = appWith({ notices: [{ id: 1, severity: 'error', text: 'Other trouble.' }] });
    const lost = remarkOf(viewOf({ app, connection: 'lost' }), 'prompter');
    expect(lost).toMatchObject({ tone: 'error', actions: [{ type: 'hide', key: lostKey }] });
    expect(lost?.text).toBe(
      'Lost connection. The prompter still works; edits and runs are saved when Offbook is back.',
    );
    expect(remarkOf(viewOf({ app, connection: 'refused' }), 'prompter')?.text).toContain('The prompter still works.');
    expect(remarkOf(viewOf({ app, connection: 'lost', hidden: [lostKey] }), 'prompter')?.text).toBe('Other trouble.');
  });

  test('doesn’t cover the story, or the keys of the stage, once it could be read', () => {
    const read = viewOf({ connection: 'lost', hidden: [lostReadKey] });
    for (const view of ['prompter', 'rehearsal'] as const) expect(remarkOf(read, view)).toBeNull();
    expect(remarkOf(read, 'library')?.text).toContain('Lost connection');
  });

  test('of a page without the program shows what a key did, and what didn’t work', () => {
    const app = appWith({ notices: [{ id: 1, severity: 'info', text: 'Text size: 24 pixels.' }] });
    expect(remarkOf(viewOf({ app, connection: 'lost' }), 'prompter')?.text).toBe('Text size: 24 pixels.');
    const failed = { tone: 'error', text: 'This needs Offbook.' } as const;
    expect(remarkOf(viewOf({ app, connection: 'lost', outcome: failed }), 'prompter')?.text).toBe(failed.text);
  });

  test('offers another story before all else, since the next press opens it; only where the key does that', () => {
    const { session } = appWith();
    const error = { id: 1, severity: 'error', text: 'Not saved.' } as const;
    const offering = { ...session, offer: { name: 'The mill', step: 1 } as const };
    const app = appWith({ session: offering, notices: [error] });
    for (const connection of ['connected', 'lost'] as const) {
      expect(remarkOf(viewOf({ app, connection }), 'prompter')?.text).toBe('Press again for “The mill”');
    }
    expect(remarkOf(viewOf({ app }), 'library')?.text).toBe('Not saved.');
    const rehearsing = { phase: 'speaking', at: 0, of: 1 } as const;
    const rehearsed = appWith({ session: { ...offering, rehearsing }, notices: [error] });
    expect(remarkOf(viewOf({ app: rehearsed }), 'prompter')?.text).toBe('Not saved.');
  });

  test('says for a moment that the program is back', () => {
    expect(remarkOf(viewOf({ isBack: true }), 'prompter')).toEqual({
      tone: 'info',
      text: 'Connected again.',
      actions: [],
    });
  });

  test('shows an error before a newer notice, and each can be dismissed', () => {
    const notices: AppState['notices'] = [
      { id: 1, severity: 'error', text: 'The settings could not be saved.' },
      { id: 2, severity: 'info', text: 'Theme: dark.' },
    ];
    expect(remarkOf(viewOf({ app: appWith({ notices }) }), 'prompter')).toEqual({
      tone: 'error',
      text: 'The settings could not be saved.',
      actions: [{ type: 'dismiss-notice', id: 1 }],
    });
    expect(remarkOf(viewOf({ app: appWith({ notices: notices.slice(1) }) }), 'prompter')?.text).toBe('Theme: dark.');
  });

  test('shows an error of the files before any info, and before older errors that of a notice', () => {
    const broken = library({ problems: [problem('/stories/two.md')] });
    const info = { id: 2, severity: 'info', text: 'Theme: dark.' } as const;
    expect(remarkOf(viewOf({ app: appWith({ library: broken, notices: [info] }) }), 'prompter')?.text).toContain(
      'two.md',
    );
    const error = { id: 1, severity: 'error', text: 'Not saved.' } as const;
    const newer = { id: 3, severity: 'error', text: 'Not saved again.' } as const;
    const app = appWith({ library: broken, notices: [error, newer, info] });
    expect(remarkOf(viewOf({ app }), 'prompter')?.text).toBe('Not saved again.');
    const samples = appWith({ library: library({ samples: true }), notices: [info] });
    expect(remarkOf(viewOf({ app: samples }), 'prompter')?.text).toBe('Theme: dark.');
  });

  test.each([
    ['unreadable-folder', 'can’t be read'],
    ['not-a-story-file', 'neither a folder nor a Markdown file'],
    ['too-many-files', 'Choose a smaller folder'],
  ])('says what is wrong with a folder with %s, with the buttons that help', (code, words) => {
    const problems = [problem('/stories/two.md'), problem('/home/ada/tales', { code })];
    const stories = [{ ...kilnBrief, file: '/home/ada/tales/a.md' }];
    const remark = remarkOf(viewOf({ app: appWith({ library: library({ problems, stories }) }) }), 'prompter');
    expect(remark).toMatchObject({
      tone: 'error',
      actions: [{ type: 'choose-folder' }, { type: 'look-again' }, { type: 'hide' }],
    });
    expect(remark?.text).toContain('The folder tales');
    expect(remark?.text).toContain(words);
    expect(remark?.text).toContain('The stories read before stay in use.');
    const none = remarkOf(
      viewOf({ app: appWith({ library: library({ problems, stories: [kilnBrief] }) }) }),
      'prompter',
    );
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
    const text = remarkOf(viewOf({ app: appWith({ library: library({ problems, stories }) }) }), 'prompter')?.text;
    expect(text?.includes('The stories read before stay in use.')).toBe(isOwn);
  });

  test('names the root of the disk, which has no name', () => {
    const problems = [problem('/', { code: 'unreadable-folder' })];
    expect(remarkOf(viewOf({ app: appWith({ library: library({ problems }) }) }), 'prompter')?.text).toContain(
      'The folder / can’t',
    );
  });

  test('counts broken files beside a story, and stays away once dismissed', () => {
    const app = appWith({ library: library({ problems: [problem('/stories/two.md'), problem('/stories/three.md')] }) });
    const remark = remarkOf(viewOf({ app }), 'prompter');
    expect(remark?.text).toContain('2 files');
    const hide = remark?.actions.find(({ type }) => type === 'hide');
    expect(hide).toBeDefined();
    const key = hide?.type === 'hide' ? hide.key : '';
    expect(remarkOf(viewOf({ app, hidden: [key] }), 'prompter')).toBeNull();
  });

  test('comes back when other files break', () => {
    const one = appWith({ library: library({ problems: [problem('/stories/two.md')] }) });
    const other = appWith({ library: library({ problems: [problem('/stories/four.md')] }) });
    const hide = remarkOf(viewOf({ app: one }), 'prompter')?.actions.find((action) => action.type === 'hide');
    expect(remarkOf(viewOf({ app: other, hidden: [hide?.key ?? ''] }), 'prompter')?.text).toContain('four.md');
  });

  test('leaves warnings to people who edit stories', () => {
    const app = appWith({ library: library({ problems: [problem('/stories/two.md', { severity: 'warning' })] }) });
    expect(remarkOf(viewOf({ app }), 'prompter')).toBeNull();
  });

  test('says that samples are samples, until told not to', () => {
    const app = appWith({ library: library({ samples: true }) });
    expect(remarkOf(viewOf({ app }), 'prompter')).toMatchObject({
      tone: 'info',
      actions: [{ type: 'choose-folder' }, { key: 'samples' }],
    });
    expect(remarkOf(viewOf({ app, hidden: ['samples'] }), 'prompter')).toBeNull();
  });

  test('shows notices during a rehearsal, and lasting problems only afterwards', () => {
    const session = { ...appWith().session, rehearsing: { phase: 'speaking', at: 0, of: 2 } as const };
    const standing = library({ samples: true, problems: [problem('/stories/two.md')] });
    expect(remarkOf(viewOf({ app: appWith({ session, library: standing }) }), 'prompter')).toBeNull();
    const notices: AppState['notices'] = [{ id: 1, severity: 'info', text: 'The computer slept.' }];
    const told = appWith({ session, library: standing, notices });
    expect(remarkOf(viewOf({ app: told }), 'prompter')?.text).toBe('The computer slept.');
  });
});

describe('the status line after something was done', () => {
  const outcome = { tone: 'info', text: 'Target is now 3:00.' } as const;
  const dismissable = (tone: 'info' | 'error', text: string) => ({
    tone,
    text,
    actions: [{ type: 'dismiss-outcome' }],
  });

  test('says what became of it before the program’s notices, which can be dismissed one by one', () => {
    const notices: AppState['notices'] = [
      { id: 1, severity: 'error', text: 'The file is read-only.' },
      { id: 2, severity: 'info', text: 'Awake again.' },
    ];
    const app = appWith({ notices });
    expect(remarkOf(viewOf({ app, outcome }), 'settings')).toEqual(dismissable('info', outcome.text));
    expect(remarkOf(viewOf({ app }), 'settings')).toEqual({
      tone: 'error',
      text: 'The file is read-only.',
      actions: [{ type: 'dismiss-notice', id: 1 }],
    });
  });

  test('hides no line of the prompter for what went well', () => {
    expect(remarkOf(viewOf({ outcome }), 'prompter')).toBeNull();
    expect(remarkOf(viewOf({ outcome }), 'library')?.text).toBe(outcome.text);
    const next = [{ type: 'show-library' }] as const;
    expect(remarkOf(viewOf({ outcome: { ...outcome, next } }), 'prompter')).toEqual({
      ...outcome,
      actions: [...next, { type: 'dismiss-outcome' }],
    });
    const failed = { tone: 'error', text: 'It broke.' } as const;
    expect(remarkOf(viewOf({ outcome: failed }), 'prompter')).toEqual(dismissable('error', 'It broke.'));
  });

  test('of the settings says that the program is gone even before their first state, and leaves folders to their list', () => {
    expect(remarkOf(viewOf({ connection: 'lost', outcome }), 'settings')?.text).toContain('Lost connection');
    expect(remarkOf(viewOf({ connection: 'refused', app: null }), 'settings')?.text).toContain('no access');
    expect(remarkOf(viewOf({ connection: 'refused', app: null }), 'library')).toBeNull();
    const broken = library({ samples: true, problems: [problem('/tales', { code: 'unreadable-folder' })] });
    expect(remarkOf(viewOf({ app: appWith({ library: broken }) }), 'settings')).toBeNull();
  });
});

describe('where a floating window belongs', () => {
  const textOf = (part: Partial<ViewState>) =>
    remarkOf(viewOf(part), 'prompter', { firstKeys: true, floatPlace: true })?.text ?? null;

  test('comes before the first keys, until it is dismissed or the clock runs', () => {
    expect(textOf({})).toBe('Drag me under your camera; I keep this size.');
    const remark = remarkOf(viewOf({}), 'prompter', { floatPlace: true });
    expect(remark?.actions).toEqual([{ type: 'hide', key: 'float-place' }]);
    expect(textOf({ hidden: ['float-place'] })).toContain('Space starts');
    const running = { ...sessionAfter([0, { type: 'play' }]), prompt: promptCalled('kiln') };
    expect(textOf({ app: appWith({ session: running }) })).toBeNull();
  });

  test('gives way to what went wrong', () => {
    expect(textOf({ outcome: { tone: 'error', text: 'It broke.' } })).toBe('It broke.');
  });
});

describe('the first keys', () => {
  const sentence = 'Space starts · / finds · ? shows all keys';
  const samples = appWith({ library: library({ samples: true }) });
  const textOf = (part: Partial<ViewState>, hasRoom = true) =>
    remarkOf(viewOf(part), 'prompter', { firstKeys: hasRoom })?.text ?? null;

  test('are shown where the line is empty, and after the words about samples', () => {
    expect(textOf({})).toBe(sentence);
    expect(isFirstKeys(remarkOf(viewOf({}), 'prompter', { firstKeys: true }))).toBe(true);
    expect(textOf({ app: samples })).toBe(`These are sample stories. ${sentence.replaceAll(' ', '\u{a0}')}`);
    const both = remarkOf(viewOf({ app: samples }), 'prompter', { firstKeys: true });
    expect(both?.actions).toEqual([{ type: 'choose-folder' }, { type: 'hide', key: 'samples' }]);
    expect(isFirstKeys(both)).toBe(false);
    expect(isFirstKeys(null)).toBe(false);
  });

  test('leave the button for one’s own stories to the first steps while those are shown', () => {
    const hide = { type: 'hide', key: 'samples' };
    const view = viewOf({ app: samples });
    expect(remarkOf(view, 'prompter', { firstSteps: true })?.actions).toEqual([hide]);
    const after = remarkOf({ ...view, hidden: [firstStepsKey] }, 'prompter', { firstSteps: true });
    expect(after?.actions).toEqual([{ type: 'choose-folder' }, hide]);
  });

  test('give way to everything else, and need room', () => {
    expect(textOf({ outcome: { tone: 'error', text: 'It broke.' } })).toBe('It broke.');
    const notices: AppState['notices'] = [{ id: 1, severity: 'info', text: 'Theme: dark.' }];
    expect(textOf({ app: appWith({ notices }) })).toBe('Theme: dark.');
    expect(textOf({}, false)).toBeNull();
    expect(remarkOf(viewOf({}), 'library', { firstKeys: true, floatPlace: true })).toBeNull();
  });

  test('are gone after a key, or once the remark about samples was dismissed with them', () => {
    expect(textOf({ hidden: [firstKeysKey] })).toBeNull();
    expect(textOf({ app: samples, hidden: [firstKeysKey] })).toBe('These are sample stories.');
    expect(textOf({ hidden: ['samples'] })).toBeNull();
  });

  test('come only beside a story that waits to be started', () => {
    const { session } = appWith();
    expect(textOf({ app: appWith({ session: { ...session, prompt: null } }) })).toBeNull();
    const running = sessionAfter([0, { type: 'play' }]).session;
    expect(textOf({ app: appWith({ session: { ...session, session: running } }) })).toBeNull();
    const rehearsing = { phase: 'speaking', at: 0, of: 1 } as const;
    expect(textOf({ app: appWith({ session: { ...session, rehearsing } }) })).toBeNull();
  });
});

describe('the screen without a story', () => {
  const session = sessionAfter();
  const screen = (part: Partial<AppState['library']>) =>
    emptyScreenOf(viewOf({ app: appWith({ session, library: library(part) }) }));

  test('says that it is about to connect', () => {
    expect(emptyScreenOf(viewOf({ app: null, connection: 'connecting' }))).toMatchObject({ tone: 'info', actions: [] });
  });

  test('tells a page without access where to get it', () => {
    const refused = emptyScreenOf(viewOf({ app: null, connection: 'refused' }));
    expect(refused.tone).toBe('error');
    expect(refused.text).toContain('Open the address that Offbook printed last');
  });

  test('says that the program is gone', () => {
    expect(emptyScreenOf(viewOf({ app: null, connection: 'lost' })).text).toContain('npm start');
  });

  test('says why the state couldn’t be read', () => {
    expect(emptyScreenOf(viewOf({ app: null, outcome: { tone: 'error', text: 'It broke.' } }))).toMatchObject({
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
    expect(broken.text).toBe('/stories/one.md, line 7: It isn’t text. Save it as UTF-8.');
    expect(screen({ problems: problems.slice(0, 1) }).actions).not.toContainEqual({ type: 'show-problems' });
  });

  test('offers the first of the stories that are there', () => {
    expect(screen({ stories: [kilnBrief] })).toMatchObject({ tone: 'info', actions: [{ type: 'next-story' }] });
  });
});
