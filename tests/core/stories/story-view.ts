import type { AnswerSection, FollowUp, Labelled, Library, OutlineSection } from '../../../src/core/stories/model.ts';

/** A library in a form that is easy to read and write by hand, without its empty parts. */
export function viewOf({ stories, problems, asides, unplaced }: Library): unknown {
  return prune({
    stories: stories.map((story) => ({
      id: story.id,
      lines: `${story.line}-${story.endLine}`,
      group: story.group,
      title: story.title,
      question: story.question,
      followUps: story.followUps.map(followUpView),
      tags: story.tags,
      targetMs: story.targetMs,
      planned: story.planned || null,
      facts: story.facts.map(labelledView),
      [story.outline.derived ? 'derivedOutline' : 'outline']: story.outline.sections.map(outlineView),
      answer: story.answer.map(answerView),
      variants: story.variants.map(({ title, short, line, outline, answer }) => ({
        variant: `${line}: ${title}`,
        short: short || null,
        outline: outline.map(outlineView),
        answer: answer.map(answerView),
      })),
      alternates: story.alternates.map(({ line, group, question, followUps, notes }) => ({
        line,
        group,
        question,
        followUps: followUps.map(followUpView),
        notes: notes.map(answerView),
      })),
      notes: story.notes.map(labelledView),
    })),
    problems: problems.map(({ line, severity, code }) => `${line} ${severity} ${code}`),
    asides: asides.map(({ line, endLine, kind, text }) => `${line}-${endLine} ${kind}: ${text}`),
    unplaced: unplaced.map(({ line, text }) => `${line}: ${text}`),
  });
}

/** The question alone, or with its prepared answer. */
function followUpView({ question, answer }: FollowUp): unknown {
  return answer === '' ? question : { [question]: answer };
}

function labelledView({ label, text, line }: Labelled): string {
  return `${line}: ${label}: ${text}`;
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
