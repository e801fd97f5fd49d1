import { describe, expect, test } from 'vitest';
import { storyPrint } from '../../../src/core/rehearsal/fingerprint.ts';
import { linkHistory } from '../../../src/core/rehearsal/history.ts';
import type { RunRecord } from '../../../src/core/rehearsal/record.ts';
import type { Story } from '../../../src/core/stories/model.ts';
import { withOutlines } from '../../../src/core/stories/outline/told.ts';
import { readStories } from '../../../src/core/stories/reader.ts';
import { joinOf, runOn } from './records.ts';
import { answerOf, storyOf } from './stories.ts';

/** A run of a story as it was then, on a day. */
function runOf(story: Story, day: string, more: Partial<RunRecord> = {}): RunRecord {
  const [fingerprint] = storyPrint(story).fingerprints;
  const { id, title, question } = story;
  const print = { fingerprint: fingerprint!.whole, parts: fingerprint!.parts };
  return runOn(day, { story: id, title, question: question ?? title, ...print, ...more });
}

const labels = storyOf('labels');
const freeze = storyOf('freeze', { title: 'The freeze', answer: [answerOf('action', 'I ended the freeze.')] });
const renamed = { ...labels, id: 'work-labels-again', title: 'Labels, again' };
const prints = (...stories: Story[]) => stories.map(storyPrint);
const countsOf = (history: ReturnType<typeof linkHistory>) =>
  Object.fromEntries([...history.byStory].map(([id, runs]) => [id, runs.length]));

describe('history', () => {
  test('belongs to the story with its id, in the order of time', () => {
    const runs = [runOf(labels, '2026-11-20'), runOf(freeze, '2026-11-19'), runOf(labels, '2026-11-18')];
    const history = linkHistory(prints(labels, freeze), runs);
    expect(countsOf(history)).toEqual({ labels: 2, freeze: 1 });
    expect(history.byStory.get('labels')!.map(({ run }) => run.at.slice(0, 10))).toEqual(['2026-11-18', '2026-11-20']);
    expect(history.all.map(({ run }) => run.story)).toEqual(['labels', 'freeze', 'labels']);
    expect([history.offers, history.gone.size]).toEqual([[], 0]);
  });

  test('follows a renamed heading by its text, together with what was rehearsed since', () => {
    const runs = [runOf(labels, '2026-11-18'), runOf(renamed, '2026-11-20')];
    expect(countsOf(linkHistory(prints(renamed, freeze), runs))).toEqual({ 'work-labels-again': 2 });
  });

  test('follows a renamed story without an outline by its answer, whatever rows its outline had then', () => {
    const text = '**Situation:** The freezer was warm every August.\n\n**Action:** I measured the door with Hanne.\n';
    const before = readStories(`## The cold store\n\n${text}`, 'depot.md').stories;
    const after = readStories(`## The freezer\n\n${text}`, 'depot.md').stories;
    const runs = before.map((story) =>
      runOf(story, '2026-11-18', { missed: [{ id: 'action-old-row', text: 'An old row' }] }),
    );
    expect(countsOf(linkHistory(prints(...after.map(withOutlines)), runs))).toEqual({ 'depot-the-freezer': 1 });
  });

  test('follows by the last run’s text, so that edits before the renaming don’t matter', () => {
    const before = { ...labels, answer: [answerOf('action', 'Quite another text.')] };
    const runs = [runOf(before, '2026-11-10'), runOf(labels, '2026-11-18')];
    expect(countsOf(linkHistory(prints(renamed), runs))).toEqual({ 'work-labels-again': 2 });
  });

  test('follows a variant’s text too', () => {
    const variant = { title: 'Shorter', short: true, line: 4, outline: freeze.outline.sections, answer: freeze.answer };
    const host = storyOf('host', { variants: [variant], answer: [answerOf('other', 'Something else.')] });
    expect(countsOf(linkHistory(prints(host), [runOf(freeze, '2026-11-18')]))).toEqual({ host: 1 });
  });

  test('of twins, the one with the same title gets it', () => {
    const twin = { ...labels, id: 'twin', title: 'Twin' };
    const other = { ...labels, id: 'other' };
    expect(countsOf(linkHistory(prints(twin, other), [runOf(labels, '2026-11-18')]))).toEqual({ other: 1 });
    expect(countsOf(linkHistory(prints(twin), [runOf(labels, '2026-11-18')]))).toEqual({ twin: 1 });
  });

  test('of twins whose ids are exchanged, each keeps its own', () => {
    const other = { ...freeze, id: 'labels-2', title: labels.title };
    const runs = [runOf(labels, '2026-11-18'), runOf(other, '2026-11-19'), runOf(other, '2026-11-20')];
    const exchanged = [
      { ...other, id: 'labels' },
      { ...labels, id: 'labels-2' },
    ];
    expect(countsOf(linkHistory(prints(...exchanged), runs))).toEqual({ labels: 2, 'labels-2': 1 });
  });

  test('stays with a story that was edited, also beside a copy of how it was', () => {
    const answer = [answerOf('situation', 'It was cold.'), answerOf('action', 'I acted.'), answerOf('result', 'Done.')];
    const before = { ...labels, outline: { derived: false, sections: [] }, answer };
    const edited = { ...before, answer: [...answer.slice(0, 2), answerOf('result', 'Saved a week.')] };
    const copy = { ...before, id: 'labels-2' };
    expect(countsOf(linkHistory(prints(copy, edited), [runOf(before, '2026-11-18')]))).toEqual({ labels: 1 });
  });

  test('of a story that was rewritten stays with it where no twin reads as it did', () => {
    const rewritten = { ...freeze, id: 'labels', title: labels.title };
    const elsewhere = { ...labels, id: 'elsewhere', title: 'Elsewhere' };
    expect(countsOf(linkHistory(prints(rewritten, elsewhere), [runOf(labels, '2026-11-18')]))).toEqual({ labels: 1 });
  });

  test('a text without words is like no other', () => {
    const bare = storyOf('bare', { outline: { derived: false, sections: [] }, answer: [] });
    const run = runOf({ ...bare, id: 'old', title: 'Old', question: 'Old?' }, '2026-11-18');
    expect(countsOf(linkHistory(prints(bare), [run]))).toEqual({});
  });

  test('tells where the runs under an id are now', () => {
    const runs = [runOf(labels, '2026-11-18'), runOf(storyOf('gone', { title: 'Gone', answer: [] }), '2026-11-18')];
    const { homeOf } = linkHistory(prints(renamed, freeze), runs, [joinOf('older', 'labels')]);
    expect(['labels', 'older', 'freeze', 'gone', 'never there'].map(homeOf)).toEqual([
      'work-labels-again',
      'work-labels-again',
      'freeze',
      null,
      null,
    ]);
  });

  test('of a story that was deleted stays in the log and counts by day', () => {
    const history = linkHistory(prints(freeze), [runOf(storyOf('gone', { title: 'Gone', answer: [] }), '2026-11-18')]);
    expect([...history.gone.keys()]).toEqual(['gone']);
    expect(history.all).toHaveLength(1);
    expect(history.byStory.size).toBe(0);
  });
});

describe('what is only alike is offered', () => {
  const edited = {
    ...renamed,
    answer: labels.answer.with(1, answerOf('action', 'I rewrote this part.')),
    question: 'Something new?',
  };

  test('by its sections', () => {
    const history = linkHistory(prints(freeze, edited), [runOf(labels, '2026-11-17'), runOf(labels, '2026-11-18')]);
    expect(history.byStory.size).toBe(0);
    expect(history.offers).toEqual([
      {
        from: 'labels',
        fromTitle: 'The labels',
        to: 'work-labels-again',
        runs: 2,
        why: '2 of 3 sections read the same',
      },
    ]);
  });

  test('by its question or its title, when all of it was rewritten', () => {
    const rewritten = storyOf('new', { title: 'the LABELS ', question: ' when did you labels?' });
    const other = { outline: { derived: false, sections: [] }, answer: [answerOf('action', 'All new.')] };
    const [offer] = linkHistory(prints({ ...rewritten, ...other }), [runOf(labels, '2026-11-18')]).offers;
    expect(offer).toMatchObject({ to: 'new', why: 'the same question, the same title' });
  });

  test('the most alike of several', () => {
    const sameTitle = storyOf('same title', {
      title: 'The labels',
      question: null,
      answer: [],
      outline: freeze.outline,
    });
    const [offer] = linkHistory(prints(sameTitle, edited), [runOf(labels, '2026-11-18')]).offers;
    expect(offer!.to).toBe('work-labels-again');
  });

  test('accepted, its runs are the other story’s; declined, it isn’t offered again', () => {
    const runs = [runOf(labels, '2026-11-18')];
    const accepted = linkHistory(prints(edited), runs, [joinOf('labels', 'work-labels-again')]);
    expect(countsOf(accepted)).toEqual({ 'work-labels-again': 1 });
    expect([accepted.offers, accepted.gone.size]).toEqual([[], 0]);
    const declined = linkHistory(prints(edited), runs, [joinOf('labels', null)]);
    expect([declined.byStory.size, declined.offers, declined.gone.size]).toEqual([0, [], 1]);
    const again = linkHistory(prints(edited), runs, [joinOf('labels', null), joinOf('labels', 'work-labels-again')]);
    expect(countsOf(again)).toEqual({ 'work-labels-again': 1 });
  });

  test('declining holds for the same text too', () => {
    expect(linkHistory(prints(renamed), [runOf(labels, '2026-11-18')], [joinOf('labels', null)]).byStory.size).toBe(0);
  });

  test('joined stories that are renamed again are followed on, and circles end', () => {
    const second = { ...edited, id: 'second' };
    const third = { ...edited, id: 'third' };
    const runs = [runOf(labels, '2026-11-17'), runOf(second, '2026-11-18')];
    expect(countsOf(linkHistory(prints(third), runs, [joinOf('labels', 'second')]))).toEqual({ third: 2 });
    expect(countsOf(linkHistory(prints(third), runs, [joinOf('labels', 'x'), joinOf('x', 'third')]))).toEqual({
      third: 2,
    });
    const circle = [joinOf('labels', 'x'), joinOf('x', 'labels')];
    expect(countsOf(linkHistory(prints(freeze), runs, circle))).toEqual({});
  });
});
