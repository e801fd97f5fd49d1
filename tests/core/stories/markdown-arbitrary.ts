import fc from 'fast-check';

/** Placeholder for a word. The words get numbers when the document is assembled, so that each occurs only once. */
const word = '§';
/** The same with a capital, as at the start of a sentence. */
const Word = 'Z§';

const words = fc
  .integer({ min: 1, max: 7 })
  .map((count) => [Word, ...Array.from({ length: count }, () => word)].join(' '));
const sentence = words.map((text) => `${text}.`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const question = fc.oneof(
  words.map((text) => `How ${text}?`),
  words.map((text) => `Tell me about ${text}.`),
);

const label = fc.constantFrom(
  ...['S', 'T', 'A', 'R', 'Situation', 'Task', 'Action', 'Result', 'Reflection', 'Context', 'Goal', 'Approach'],
  ...['Outcome', 'Lessons learned', 'SITUATION', 'Aufgabe', 'Ergebnis', 'Tâche', 'Acción', 'Situação', 'S/T'],
);
const labelled = fc
  .tuple(
    label,
    prose,
    fc.constantFrom('**L:** ¤', '**L**: ¤', 'L: ¤', '**L** – ¤', '<b>L:</b> ¤', '**L**\n¤', '- **L:** ¤'),
  )
  .map(([name, text, form]) => form.replace('¤', text).replace('L', name));
const labelHeading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), label)
  .map(([level, name]) => `${'#'.repeat(level)} ${name}`);

const heading = fc
  .tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.oneof(
      words,
      question,
      words.map((text) => `Story 3: ${text}`),
      words.map((text) => `${text} (2:30)`),
      fc.constantFrom(
        'Answer',
        'Question 1',
        'Question',
        'Example',
        'Shorter answer',
        'Notes',
        'Also works for',
        'Outline',
      ),
      fc.constantFrom('Interview questions this answers', 'Follow-ups', 'Answer 2'),
    ),
  )
  .map(([level, text]) => `${'#'.repeat(level)} ${text}`);

const item = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('-', '*', '1.'), fc.oneof(words, question, labelled))
  .map(([depth, bullet, text]) => `${'   '.repeat(depth)}${bullet} ${text.replaceAll('\n', ' ')}`);
const list = fc.array(item, { minLength: 1, maxLength: 5 }).map((items) => items.join('\n'));

const quote = fc
  .array(
    fc.oneof(
      item,
      words,
      labelled,
      fc.constant(''),
      label.map((name) => `${name}:`),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) =>
    lines
      .flatMap((line) => line.split('\n'))
      .map((line) => `> ${line}`)
      .join('\n'),
  );

const table = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }).map((rows) => {
  const lines = rows.map(([one, other]) => `| ${one} | ${other} |`);
  return ['| Head | Other |', '|---|---|', ...lines].join('\n');
});

const html = fc.oneof(
  fc.tuple(words, prose).map(([title, text]) => `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`),
  fc.tuple(label, prose).map(([name, text]) => `<p><b>${name}:</b> ${text}<br>${text}</p>`),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((texts) => `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`),
  words.map((text) => `<!-- ${text} -->`),
  words.map((text) => `<div>${text}</div>`),
  fc.constantFrom('</details>', '<br>', '<unknown>', '<script>alert(1)</script>'),
);

const other = fc.oneof(
  fc.tuple(words, fc.constantFrom('---', '===')).map(([text, line]) => `${text}\n${line}`),
  fc.constantFrom('---', '***', '', '   '),
  words.map((text) => `**${text}**`),
  words.map((text) => `\`\`\`\nS: ${text}\n\`\`\``),
  words.map((text) => `**Tags:** ${text.replaceAll(' ', ', ')}`),
  words.map((text) => `**Also works for:** ${text}`),
  fc.constantFrom('**Also works for:**', 'Questions this answers:', '**Outline**'),
  question.map((text) => `Q: ${text}`),
  prose.map((text) => `A: ${text}`),
  words.map((text) => `    ${text}`),
  fc.tuple(words, words).map(([one, two]) => `*${one}* [${two}](https://example.org) \`${word}\` &amp; ${word}`),
);

/** Markdown of every kind that people write in story files, in any order, with numbered words. */
export const markdown = fc
  .array(
    fc.tuple(
      fc.oneof(
        { arbitrary: labelled, weight: 5 },
        labelHeading,
        heading,
        prose,
        question,
        list,
        quote,
        table,
        html,
        other,
      ),
      fc.integer({ min: 1, max: 3 }),
    ),
    { maxLength: 25, size: '+1' },
  )
  .map((fragments) => {
    let number = 0;
    const text = fragments.map(([fragment, gap]) => fragment + '\n'.repeat(gap)).join('');
    return text.replace(/§/g, () => `w${(number += 1)}x`);
  });
