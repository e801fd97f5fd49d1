import { describe, expect, test, vi } from 'vitest';
import { rehearsedApp, toldStory, type Rehearsed } from './rehearsal-driver.ts';

// Real files and workers on a computer that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const shorter = `
### Shorter answer

**S:** Ledgers on paper.

**A:** I built a board from what the wardens asked for.

**R:** Every berth known in 20 seconds.
`;
const files = { 'a.md': toldStory('Count the berths', 'Ownership', shorter), 'b.md': toldStory('Find the leak') };

/** With the shorter answer as the default version. */
async function chosen(): Promise<Rehearsed> {
  const driven = await rehearsedApp(files);
  await driven.call('changeSettings', { storyVariants: { [driven.id('Count the berths')]: 'Shorter answer' } });
  return driven;
}

const openBerths = (driven: Rehearsed, variant: number | null = null) =>
  driven.call('openStory', { id: driven.id('Count the berths'), variant });

describe('a default version', () => {
  test('is on the prompter, from wherever its story is opened; another one if that is asked for', async () => {
    const driven = await chosen();
    const title = () => driven.state().session.prompt?.variantTitle;
    await driven.call('openStory', { id: driven.id('Find the leak'), variant: null });
    await openBerths(driven);
    expect(title()).toBe('Shorter answer');
    driven.app.runCommand('next-variant');
    expect(title()).toBeNull();
    await openBerths(driven, 0);
    expect(title()).toBe('Shorter answer');
  });

  test('is rehearsed and logged, with its own sections and rows', async () => {
    const driven = await chosen();
    await driven.rehearse(driven.id('Count the berths'));
    const { plan, answer } = driven.at('answer');
    expect(plan.sections.map(({ kind }) => kind)).toEqual(['situation', 'action', 'result']);
    expect(answer[0]?.text).toBe('Ledgers on paper.');
    for (let section = 0; section < 3; section += 1) {
      driven.clock.pass(20_000);
      await driven.act('nextSection');
    }
    expect(driven.at('result').outline).toHaveLength(3);
    await driven.app.close();
    expect(await driven.runs()).toMatchObject([
      { title: 'Count the berths', variant: 'Shorter answer', finished: true },
    ]);
  });

  test('decides how long the lists say that it takes, and goes with a renamed story', async () => {
    const driven = await chosen();
    const takes = () => driven.state().library.stories.map(({ estimateMs }) => estimateMs ?? 0);
    const [short = 0, whole = 0] = takes();
    expect(short).toBeLessThan(whole / 2);
    const { 'a.md': text } = files;
    await driven.write('a.md', text.replace('## Count the berths', '## Number the berths'));
    await driven.call('rescan');
    expect(driven.state().settings.storyVariants).toEqual({ [driven.id('Number the berths')]: 'Shorter answer' });
    await driven.call('undoSettings');
    expect(driven.state().settings.storyVariants).toEqual({});
    expect(takes()[0]).toBe(whole);
  });
});
