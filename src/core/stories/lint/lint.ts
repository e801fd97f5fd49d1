import { defaultWordsPerMinute } from '../../prompter/pace.ts';
import type { Problem, Story } from '../model.ts';
import type { DoctorOptions, Finding } from './finding.ts';
import { checkFigures, checkWe } from './telling.ts';
import { checkEmpty, checkMissing, checkOutline } from './sections.ts';
import { checkShares, checkTarget } from './timing.ts';

/** Two minutes is what interviewers are said to listen to; the target that the program starts with. */
const doctorDefaults: DoctorOptions = { wordsPerMinute: defaultWordsPerMinute, targetMs: 120_000 };

type Check = (story: Story, options: DoctorOptions) => Finding[];

const checks: readonly Check[] = [
  checkMissing,
  checkEmpty,
  checkOutline,
  checkFigures,
  checkWe,
  checkTarget,
  checkShares,
];

/** Looks a story over. What it can't be sure of it doesn't say. */
export function examine(story: Story, options: DoctorOptions = doctorDefaults): Problem[] {
  return checks.flatMap((check) => check(story, options)).map((finding) => ({ file: story.file, ...finding }));
}
