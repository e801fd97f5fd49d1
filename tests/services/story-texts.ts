/** A story file's text: an outline of an action's bullets under a heading, and a full answer. */
export function storyText(title: string, bullets: string[], group = 'Ownership'): string {
  const outline = bullets.map((bullet) => `>   * ${bullet}`).join('\n');
  return `# ${group}

## ${title}

Tell me about a time when you did it.

> * A:
${outline}

**A:** I looked at what was there, asked the people who had built it, and wrote down what I would change first.
`;
}
