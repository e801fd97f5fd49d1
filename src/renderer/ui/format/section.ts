import type { SectionKind } from '../../../core/stories/model.ts';

export interface SectionLook {
  /** What the section is called on screen and to assistive software. */
  name: string;
  /** Shown beside its colour everywhere, so that nobody has to tell colours apart. */
  letter: string;
}

const sectionLooks: Readonly<Record<SectionKind, SectionLook>> = {
  situation: { name: 'Situation', letter: 'S' },
  task: { name: 'Task', letter: 'T' },
  action: { name: 'Action', letter: 'A' },
  result: { name: 'Result', letter: 'R' },
  reflection: { name: 'Reflection', letter: 'L' },
  other: { name: 'Notes', letter: '' },
};

/**
 * How a section looks on screen. One of another framework, such as “Move”, has its author’s label, and its letter is
 * that label’s first.
 */
export function sectionLook(kind: SectionKind, label: string): SectionLook {
  const look = sectionLooks[kind];
  if (kind !== 'other' || label === '') return look;
  return { name: label, letter: (/[\p{L}\p{N}]\p{M}*/u.exec(label)?.[0] ?? '').toUpperCase() };
}
