import type { AnswerSection, Library, OutlineSection } from '../../../src/core/stories/model.ts';

/** A library in a form that is easy to read and write by hand, without its empty parts. */
export function viewOf({ stories, problems, unplaced }: Library): unknown {
  return prune({
    stories: stories.map((story) => ({
      id: story.id,
      lines: `${story.line}-${story.endLine}`,
      group: story.group,
      title: story.title,
      question: story.question,
      followUps: story.followUps,
      tags: story.tags,
      targetMs: story.targetMs,
      [story.outline.derived ? 'derivedOutline' : 'outline']: story.outline.sections.map(outlineView),
      answer: story.answer.map(answerView),
      variants: story.variants.map(({ title, line, outline, answer }) => ({
        variant: `${line}: ${title}`,
        outline: outline.map(outlineView),
        answer: answer.map(answerView),
      })),
      alternates: story.alternates.map(({ line, group, question, followUps, notes }) => ({
        line,
        group,
        question,
        followUps,
        notes: notes.map(answerView),
      })),
    })),
    problems: problems.map(({ line, severity, code }) => `${line} ${severity} ${code}`),
    unplaced: unplaced.map(({ line, text }) => `${line}: ${text}`),
  });
}

/** `{ "action Approach": ["7: first", "8:   below it"] }` */
function outlineView({ kind, label, items }: OutlineSection): object {
  return { [nameOf(kind, label)]: items.map(({ text, depth, line }) => `${line}: ${'  '.repeat(depth)}${text}`) };
}

/** `{ "7: action Approach": "text" }` */
function answerView({ kind, label, text, line }: AnswerSection): object {
  return { [`${line}: ${nameOf(kind, label)}`]: text };
}

function nameOf(kind: string, label: string): string {
  return label === '' ? kind : `${kind} ${label}`;
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, prune(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0)));
}
