import type { AnswerSection, OutlineSection, SectionKind, Story } from '../model.ts';
import { foldWord } from '../words/languages.ts';
import { kindsOf } from '../words/lookup.ts';
import { type Finding, nameOf } from './finding.ts';

/** What a listener misses without the section. */
const cures = {
  situation: 'Say in a sentence or two where this was and what was going on.',
  task: 'Add a line on what you had to reach.',
  action: 'Add what you did yourself: it should take about half of the time.',
  result: 'Add how it ended, with a figure if there is one.',
} as const;

/** Sections that a story can't do without. Challenge–Action–Result needs no situation, and not all have a reflection. */
export function checkMissing(story: Story): Finding[] {
  const sections = labelled(story.answer).length > 0 ? labelled(story.answer) : labelled(story.outline.sections);
  if (sections.length === 0) return [];
  const kinds = new Set(sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  const findings: Finding[] = [];
  const missing = (kind: keyof typeof cures, severity: Finding['severity']): void => {
    const message = `${nameOf(story.title)} has no ${kind}. ${cures[kind]}`;
    findings.push({ line: story.line, severity, code: 'missing-section', message });
  };
  if (!kinds.has('situation') && !kinds.has('task')) missing('situation', 'warning');
  if (!kinds.has('action')) missing('action', 'warning');
  if (!kinds.has('result')) missing('result', 'warning');
  if (!kinds.has('task') && isStar(sections)) missing('task', 'hint');
  return findings;
}

/** Labels that have nothing below them. */
export function checkEmpty(story: Story): Finding[] {
  const { title, answer, outline, variants } = story;
  const findings: Finding[] = [];
  const empty = (what: string, line: number, cure: string): void => {
    const message = `${what} of ${nameOf(title)} is empty. ${cure}`;
    findings.push({ line, severity: 'warning', code: 'empty-section', message });
  };
  for (const section of [...answer, ...variants.flatMap((variant) => variant.answer)]) {
    if (section.words === 0) empty(`The section "${section.label}"`, section.line, 'Write what belongs there.');
  }
  if (!outline.derived) {
    for (const { label, items } of outline.sections) {
      if (items.length === 0) empty(`The outline's "${label}"`, story.line, 'Add a short bullet to say it from.');
    }
  }
  if (answer.length === 0 && outline.derived) empty('The answer', story.line, 'Write it, or an outline of it.');
  return findings;
}

/** A story without an outline, or whose outline leaves out a section that the answer has. */
export function checkOutline({ title, line, outline, answer }: Story): Finding[] {
  if (outline.derived) {
    if (answer.length === 0) return [];
    const cure = 'One was made from the answer; a block quote of a few words a line reads better.';
    return [{ line, severity: 'hint', code: 'no-outline', message: `${nameOf(title)} has no outline. ${cure}` }];
  }
  const outlined = new Set(outline.sections.flatMap(({ kind, label }) => [kind, ...kindsOf(label)]));
  if (labelled(outline.sections).length === 0) return [];
  return labelled(answer)
    .filter((section) => section.words > 0 && !outlined.has(section.kind))
    .map((section) => {
      const message = `The outline of ${nameOf(title)} has nothing on "${section.label}". Add a bullet for it.`;
      return { line: section.line, severity: 'hint', code: 'missing-section', message };
    });
}

function labelled<Section extends AnswerSection | OutlineSection>(sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.kind !== 'other');
}

/** Told by Situation, Task, Action, Result, rather than by another scheme. */
function isStar(sections: readonly { kind: SectionKind; label: string }[]): boolean {
  return sections.some(({ kind, label }) => kind === 'situation' && /^s(?:itua[^/&+]*)?$/.test(foldWord(label)));
}
