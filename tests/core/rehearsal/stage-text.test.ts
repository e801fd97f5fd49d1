import { expect, test } from 'vitest';
import { fadeLevels } from '../../../src/core/rehearsal/fade.ts';
import { stageText } from '../../../src/core/rehearsal/stage-text.ts';
import { answerOf, outlineOf } from './stories.ts';

const outline = [outlineOf('situation', 'Nine years', 'of freeze'), outlineOf('result', '46 releases')];
const answer = [answerOf('situation', 'For nine years\n\nnobody moved.\n\n\n'), answerOf('result', 'Then 46.')];
const texts = (level: (typeof fadeLevels)[number], told = answer) =>
  stageText(outline, told, level).map(({ rows }) => rows.map(({ text }) => text));

test('the full answer by its paragraphs, then the outline with less and less of it', () => {
  expect(texts('full')).toEqual([['For nine years', 'nobody moved.'], ['Then 46.']]);
  expect(texts('outline')).toEqual([['Nine years', 'of freeze'], ['46 releases']]);
  expect(texts('first-words')).toEqual([['Nine y____', 'of f_____'], ['46 r_______']]);
  expect(texts('initials')).toEqual([['N___ y____', 'o_ f_____'], ['46 r_______']]);
  expect(texts('nothing')).toEqual([['', ''], ['']]);
});

test('without a full answer the outline is all there is', () => {
  expect(texts('full', [])).toEqual(texts('outline'));
});

test('a row of the outline keeps its id at every level, and every id is one row’s', () => {
  for (const level of fadeLevels) {
    const ids = stageText(outline, answer, level).flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    if (level !== 'full') expect(ids).toEqual(['situation-0', 'situation-1', 'result-0']);
  }
});
