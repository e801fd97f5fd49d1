import type { SectionKind } from '../../../core/stories/model.ts';

interface SectionLook {
  /** What the section is called on screen and to assistive software. */
  name: string;
  /** Shown beside its colour everywhere, so that nobody has to tell colours apart. */
  letter: string;
}

export const sectionLooks: Readonly<Record<SectionKind, SectionLook>> = {
  situation: { name: 'Situation', letter: 'S' },
  task: { name: 'Task', letter: 'T' },
  action: { name: 'Action', letter: 'A' },
  result: { name: 'Result', letter: 'R' },
  reflection: { name: 'Reflection', letter: 'L' },
  other: { name: 'Notes', letter: '' },
};
