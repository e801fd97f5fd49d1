import { describe, expect, test } from 'vitest';
import { firstTooDeepLine } from '../../../src/core/stories/markdown/source.ts';
import { readStories } from '../../../src/core/stories/reader.ts';

const codes = (text: string): string[] =>
  readStories(text, 'bad.md').problems.map(({ code, line }) => `${line} ${code}`);

/** Bullets nested in bullets, each two spaces further in. */
function bullets(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- point`).join('\n');
}

describe('nesting', () => {
  test.each([
    ['3,000 quotes in a row', `${'>'.repeat(3000)} x`, 1],
    ['quotes further down', `text\n\n${'> '.repeat(101)}x`, 3],
    ['40 KB of deep bullets', bullets(200), 101],
    ['bullets on one line', `${'- '.repeat(5000)}x`, 1],
    ['numbers on one line', `${'1. '.repeat(5000)}x`, 1],
    ['bullets in quotes', `${'> - '.repeat(51)}x`, 1],
    ['thousands of lines in 90 bullets', `${'- '.repeat(90)}x\n${'y\n'.repeat(3000)}`, 2501],
  ])('over 100 deep is reported with its line: %s', (_, text, line) => {
    const { stories, problems, unplaced } = readStories(text, 'bad.md');
    expect([stories, unplaced]).toEqual([[], []]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'bad.md', line, severity: 'error', code: 'too-deep' });
    expect(problems[0]?.message).toContain('more than 100 levels deep');
  });

  test.each([
    ['100 quotes', `${'>'.repeat(100)} x`],
    ['100 bullets', bullets(100)],
    ['a rule', '- '.repeat(500)],
    ['another rule', ' * * *'.repeat(300)],
    ['stars in text', `a ${'* '.repeat(500)}`],
    ['signs in code', `\`\`\`\n${'>'.repeat(500)}\n\`\`\``],
    ['a long list', '- point\n'.repeat(500)],
    ['quotes in turn', '> a\n\n- b\n\n'.repeat(300)],
  ])('up to 100 is read: %s', (_, text) => {
    expect(firstTooDeepLine(text)).toBeNull();
    expect(codes(`**S:** a\n\n${text}`)).not.toContain('1 too-deep');
  });
});

describe('front matter', () => {
  test.each([
    ['an open bracket', '---\ntitle: [one, two\ngroup: x\n---\n**S:** text\n', 3],
    ['a tab', '---\ntitle: x\n\tgroup: y\n---\n**S:** text\n', 3],
    ['words', '---\njust some words\n---\n**S:** text\n', 2],
    ['braces', '---\n{{{{\n---\n**S:** text\n', 2],
    ['the same key twice', '---\ntitle: a\ntitle: b\n---\n**S:** text\n', 3],
    ['aliases that multiply', `---\n${multiplied()}\n---\n**S:** text\n`, 2],
    ['brackets without end', `---\na: ${'['.repeat(5000)}\n---\n**S:** text\n`, 2],
    ['20 KB', `---\n${'a: b # c\n'.repeat(2500)}---\n**S:** text\n`, 1],
  ])('that isn’t YAML is reported, and the rest is read: %s', (_, text, line) => {
    const { stories, problems, unplaced } = readStories(text, 'bad.md');
    const [problem] = problems;
    expect(problem).toMatchObject({ severity: 'error', code: 'bad-front-matter' });
    expect(problem?.line).toBeGreaterThanOrEqual(line - 1);
    expect(problem?.line).toBeLessThanOrEqual(line + 1);
    expect(stories).toHaveLength(1);
    expect(stories[0]?.answer).toMatchObject([{ kind: 'situation', text: 'text' }]);
    expect(unplaced.length).toBeGreaterThan(0);
  });

  test('that is a horizontal rule is Markdown', () => {
    expect(codes('---\n\n# Ownership\n\n**S:** a\n\n---\n\n**R:** 1 b\n')).not.toContain('2 bad-front-matter');
    expect(readStories('---\n# Ownership\n**S:** a\n---\n', 'a.md').stories[0]?.title).toBe('Ownership');
    expect(readStories('---\ntitle: never closed\n\n**S:** a', 'a.md').stories).toHaveLength(1);
  });

  test('with unusable values is reported by key', () => {
    const text = '---\ntarget: soon\ntags:\n  a: b\ngroup:\nauthor: me\n---\n**S:** a\n';
    const { problems, unplaced } = readStories(text, 'a.md');
    expect(problems.map(({ line, code }) => `${line} ${code}`).slice(0, 4)).toEqual([
      '2 bad-value',
      '3 bad-value',
      '5 bad-value',
      '6 unknown-key',
    ]);
    expect(problems[0]?.message).toContain('“target”');
    expect(unplaced.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  });

  test('in another language, and with numbers, is understood', () => {
    const text = '---\nTitel: Der Umzug\nGRUPPE: 3\nZielzeit: 2\nTags: "#eins #zwei"\n---\n**S:** a\n';
    expect(readStories(text, 'a.md').stories[0]).toMatchObject({
      title: 'Der Umzug',
      group: '3',
      targetMs: 120_000,
      tags: ['eins', 'zwei'],
    });
  });
});

describe('a file', () => {
  test.each([
    ['nothing', '', ['null empty-file']],
    ['a byte order mark', '\uFEFF', ['null empty-file']],
    ['blank lines', '\n \n\t\n', ['null empty-file']],
    ['text without a story', 'Buy milk.\n\nBuy bread.', ['1 no-story']],
  ])('with %s is reported', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('keeps every line outside of stories: comments as asides, the rest as unplaced', () => {
    const text =
      '# Milk\n\nBuy milk. <!-- soon -->\n\n<!-- never\nshown -->\n\n<div>\n\n---\n\n[a]: https://example.org\n';
    const { asides, unplaced } = readStories(text, 'a.md');
    expect(unplaced).toEqual([
      { file: 'a.md', line: 1, text: '# Milk' },
      { file: 'a.md', line: 3, text: 'Buy milk. <!-- soon -->' },
    ]);
    expect(asides).toEqual([
      { file: 'a.md', line: 3, endLine: 3, kind: 'comment', text: 'soon' },
      { file: 'a.md', line: 5, endLine: 6, kind: 'comment', text: 'never\nshown' },
      { file: 'a.md', line: 12, endLine: 12, kind: 'comment', text: '[a]: https://example.org' },
    ]);
  });

  test('shows no tags and no script, and loses none of it', () => {
    const text =
      '**S:** We <u>met</u> <!-- in May -->.\n\n<script>\nalert("x")\n</script>\n\n**R:** <b>3</b> <i>men</i><br>left.\n';
    const { stories, asides, unplaced } = readStories(text, 'a.md');
    expect(stories[0]?.answer.map((section) => section.text)).toEqual(['We met .', '3 men\nleft.']);
    expect(asides).toMatchObject([
      { line: 1, kind: 'comment', text: 'in May' },
      { line: 4, kind: 'comment', text: 'alert("x")' },
    ]);
    expect(unplaced).toEqual([]);
  });

  test('reports stray lines, once for each stretch', () => {
    const text = '# One\n\n**S:** a\n\n# Last\n\nEnd.\n\n# Two\n\n**S:** b\n\n# Past\n\nEnd.\n';
    const { problems } = readStories(text, 'a.md');
    const stray = problems.filter(({ code }) => code === 'unplaced');
    expect(stray.map(({ line, severity }) => [line, severity])).toEqual([
      [5, 'warning'],
      [13, 'warning'],
    ]);
    expect(stray[0]?.message).toContain('Lines 5 to 7 aren’t part of any story (“# Last”)');
  });

  test('takes text above stories for a preface', () => {
    const text = '# Group\n\nBefore.\n\nBefore too.\n\n## One\n\n**S:** a\n';
    const { asides, problems } = readStories(text, 'a.md');
    expect(problems.filter(({ code }) => code === 'unplaced')).toEqual([]);
    expect(asides).toMatchObject([{ line: 3, endLine: 5, kind: 'preface', text: 'Before.\nBefore too.' }]);
  });

  test('with emphasis nested by the thousand is kept as written', () => {
    const { stories, problems } = readStories(
      `**S:** ok\n\n**R:** ${'*a _b '.repeat(3000)}${'_*'.repeat(3000)}`,
      'a.md',
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stories[0]?.answer[0]?.text).toBe('ok');
  });

  test.each([
    ['50,000 bullets', `> - S:\n${'>   - point\n'.repeat(50_000)}`],
    ['50,000 follow-ups', `Why?\n${'- And?\n'.repeat(50_000)}\n**S:** a`],
    ['8,000 stories', '###### x\n\n**S:** a\n\n'.repeat(8000)],
    ['1,500 details', '<details><summary>a</summary>\n\n'.repeat(1500)],
    ['100 KB of comment', `${'<!--'.repeat(25_000)}\n\n**S:** a`],
    ['a line of 100 KB', `**S:** ${'word '.repeat(20_000)}`],
    ['a label 100 KB long', `${'S'.repeat(100_000)}: x`],
    ['a heading of 100 KB', `# ${'A '.repeat(50_000)}\n\n**S:** a`],
    ['100 KB of colons', `**S:** ${':'.repeat(100_000)}`],
    ['100 KB of labels', 'S: '.repeat(33_000)],
    ['100 KB of emoji', '📍'.repeat(25_000)],
    ['500 KB of asides', '<!-- later -->\n\nNote to self.\n\n'.repeat(16_500)],
    ['a paragraph of 40 KB', `**S:** a\n\n${'I walked on and counted parcels. '.repeat(1250)}`],
    ['headings of 300 words', `## ${'word '.repeat(300)}\n\n**S:** a\n\n`.repeat(60)],
    ['5,000 bold questions', '**Why this one?**\n\nI like it.\n\n'.repeat(5000)],
    ['5,000 stories without headings', '**The lost key**\n\nS: I lost it.\nR: 1 key.\n\n'.repeat(5000)],
    ['5,000 labels of one’s own', '**S:** a\n\n**Move:** b\n\n'.repeat(5000)],
    ['10,000 lines before a label', `${'Let me know.\n\n'.repeat(10_000)}S: a`],
    ['5,000 rows of an HTML table', `<table>${'<tr><td>S</td><td>a</td></tr>\n'.repeat(5000)}</table>`],
  ])(
    'of a hostile kind takes time in proportion to its length: %s',
    (_, text) => {
      const start = process.threadCpuUsage();
      expect(readStories(text, 'a.md').problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      // Each takes a fraction of a second of the processor; in quadratic time it would be ten or more.
      const { user, system } = process.threadCpuUsage(start);
      expect((user + system) / 1e6).toBeLessThan(5);
    },
    60_000,
  );
});

/** Each list holds the one before nine times. */
function multiplied(): string {
  const lines = ['a0: &a0 [x, x, x]'];
  for (let level = 1; level < 9; level += 1) {
    const before = `*a${level - 1}`;
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => before).join(', ')}]`);
  }
  return lines.join('\n');
}
