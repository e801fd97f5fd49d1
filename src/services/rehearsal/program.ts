import type { RehearsalHost } from '../../core/rehearsal/rehearsal-commands.ts';
import type { Services } from '../base/program.ts';

/** The whole program, as its commands see it: what the lower rooms may use, and the two things that commands act on. */
export interface Program extends Services, RehearsalHost {
  /** Writes a problem report, opens it, and tells the person where it is. */
  reportProblem: () => void;
}
