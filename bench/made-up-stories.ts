/**
 * Text with the shape of real story files: groups, questions with follow-ups, a quoted outline, full answers in
 * paragraphs and in bullets, a variant, alternates. The words come from a seeded generator, so that every run measures
 * the same text.
 */
const words =
  'the a my our team plan week month review release customer partner engineer manager metric page service outage design budget risk lead ask build measure decide share wait learn change first next after because while without every small large clear late early quiet honest weekly'.split(
    ' ',
  );

type Draw = () => number;

/** A small linear congruential generator (Numerical Recipes' constants): the same seed gives the same numbers. */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function phrase(draw: Draw, least: number, most: number): string {
  const count = least + Math.floor(draw() * (most - least + 1));
  return Array.from({ length: count }, () => words[Math.floor(draw() * words.length)]).join(' ');
}

function sentences(draw: Draw, count: number): string {
  return Array.from({ length: count }, () => `I ${phrase(draw, 8, 22)}, ${Math.floor(draw() * 90)} %.`).join(' ');
}

const letters = ['S', 'T', 'A', 'R', 'Reflection'];

function outline(draw: Draw): string {
  const lines = letters.flatMap((letter) => [
    `> * ${letter}:`,
    ...Array.from({ length: 2 + Math.floor(draw() * 5) }, () => `>   * ${phrase(draw, 3, 8)}`),
  ]);
  return lines.join('\n');
}

function answer(draw: Draw, bullets: boolean): string {
  return letters
    .map((letter) => {
      if (!bullets) return `**${letter}:** ${sentences(draw, 5)}`;
      return `**${letter}:**\n${Array.from({ length: 4 }, () => `* ${sentences(draw, 1)}`).join('\n')}`;
    })
    .join('\n\n');
}

function story(draw: Draw, number: number): string {
  const question = `Tell me about a time when you ${phrase(draw, 8, 16)}.`;
  const followUps = Array.from({ length: 3 }, () => `* What did ${phrase(draw, 3, 8)}?`).join('\n');
  const parts = [
    `## Question ${number}`,
    `${question}\n${followUps}`,
    '### Answer',
    outline(draw),
    answer(draw, number % 2 === 0),
  ];
  if (number % 3 === 0) parts.push('#### Shorter Answer', answer(draw, false));
  if (number % 4 === 0) {
    parts.push('#### Also works for the following questions:');
    for (let index = 0; index < 2; index += 1) {
      parts.push(`##### Group ${index} ${phrase(draw, 1, 3)}`, `${question}\n${followUps}\n> 1. ${sentences(draw, 1)}`);
    }
  }
  return parts.join('\n\n');
}

/** One file with `count` stories, `perGroup` in each group. */
export function madeUpFile(seed: number, count: number, perGroup = 3): string {
  const draw = seeded(seed);
  const parts: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    if ((number - 1) % perGroup === 0) parts.push(`# Group ${Math.ceil(number / perGroup)} ${phrase(draw, 1, 2)}`);
    parts.push(story(draw, number));
  }
  return `${parts.join('\n\n')}\n`;
}

/** A text of at least `bytes` (the figures are ASCII, so characters are bytes), in whole stories. */
export function madeUpText(seed: number, bytes: number): string {
  let count = Math.ceil(bytes / 4000);
  let text = madeUpFile(seed, count);
  while (text.length < bytes) text = madeUpFile(seed, (count += 10));
  return text;
}
