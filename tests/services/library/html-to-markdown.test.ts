import { describe, expect, test } from 'vitest';
import { readStories } from '../../../src/core/stories/reader.ts';
import { htmlToMarkdown } from '../../../src/services/library/html-to-markdown.ts';

describe('HTML from Google’s documents', () => {
  const copied = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<h1 dir="ltr"><span style="font-weight:400;">Ownership</span></h1>
<h2 dir="ltr"><span style="font-weight:700;">The oven that smoked</span></h2>
<p dir="ltr"><span style="font-size:11pt;font-weight:700;">Situation:</span><span style="font-weight:400;">&nbsp;The oven smoked.</span></p>
<p dir="ltr"><span style="font-weight:700;">Ta</span><span style="font-weight:700;">sk: </span><span style="font-weight:400;font-style:italic;">400 loaves</span></p>
<ul><li dir="ltr"><p dir="ltr" role="presentation"><span style="font-weight:400;">I rang the sweep</span></p></li></ul>
<br></b>`;

  test('is bold where it says so, not where its element does', () => {
    const markdown = htmlToMarkdown(copied);
    expect(markdown).toContain('# Ownership\n\n## The oven that smoked\n\n**Situation:** The oven smoked.');
    expect(markdown).toContain('**Task:** *400 loaves*');
    expect(markdown).toMatch(/^- +I rang the sweep$/mu);
  });

  test('reads as its stories', () => {
    const { stories } = readStories(htmlToMarkdown(copied), 'pasted.md');
    expect(stories.map(({ group, title }) => [group, title])).toEqual([['Ownership', 'The oven that smoked']]);
    expect(stories[0]?.answer.map(({ kind }) => kind)).toEqual(['situation', 'task']);
  });
});

test('lists from Word, which are paragraphs, are lists', () => {
  const item = (text: string, level: number) =>
    `<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
  expect(htmlToMarkdown(`${item('The flue', 1)}${item('The ash', 2)}`)).toBe('- The flue\n    - The ash\n');
});

test('a table keeps its rows; a frame around text is only its text', () => {
  const rows = '<tr><th>Situation</th><th>Action</th></tr><tr><td>It | smoked<br>a lot</td><td></td></tr>';
  expect(htmlToMarkdown(`<table><tbody>${rows}</tbody></table>`)).toBe(
    '| Situation | Action |\n| --- | --- |\n| It \\| smoked<br>a lot |  |\n',
  );
  expect(htmlToMarkdown('<table><tr><td><h2>The oven</h2><p>S: It smoked</p></td></tr></table>')).toBe(
    '## The oven\n\nS: It smoked\n',
  );
});

test('what nobody sees, scripts and pictures are left out, and links lead only outside', () => {
  const page = `<head><title>x</title><style>p{color:red}</style></head><script>globalThis.ran = true</script>
<img src="https://example.com/seen.png" onerror="globalThis.ran = true"><iframe src="https://example.com"></iframe>
<p onclick="globalThis.ran = true">The <a href="javascript:ran()">oven</a> at <a href="https://example.com/a">home</a></p>`;
  expect(htmlToMarkdown(page)).toBe('The oven at [home](https://example.com/a)\n');
  expect('ran' in globalThis).toBe(false);
});

test('nothing gives nothing', () => {
  expect(htmlToMarkdown('<p> &nbsp; </p>')).toBe('');
});

test.each([
  ['spaces', '<pre>a', ' ', 'b</pre>'],
  ['spaces that don’t break', '<p>a', '\u{a0}', 'b</p>'],
  ['the same by name', '<p>a', '&nbsp;', 'b</p>'],
  ['line breaks', '<p>a', '<br>', 'b</p>'],
])('128 kB of %s take no longer than other text', (_what, before, gap, after) => {
  const html = before + gap.repeat(128_000 / gap.length) + after;
  const times = [1, 2, 3].map(() => {
    const since = process.cpuUsage();
    expect(htmlToMarkdown(html).replaceAll(/\s/gu, '')).toBe('ab');
    const { user } = process.cpuUsage(since);
    return user / 1000;
  });
  // Times that grow with the square are in seconds here.
  expect(Math.min(...times)).toBeLessThan(200);
});
