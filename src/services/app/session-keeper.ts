import { pausedPlace, type SessionHandover, type PrompterPlace } from '../../core/prompter/place.ts';
import type { PrompterService } from '../../core/prompter/prompter.ts';
import { newSession } from '../../core/prompter/session.ts';
import type { Story } from '../../core/stories/model.ts';
import type { Clock } from '../base/program.ts';
import type { PlaceFile } from './place-file.ts';

/** After this long nobody goes on in the middle of an answer: only the story is shown again. */
const sameAnswerMs = 3_600_000;

interface SessionKeeperParts {
  clock: Clock;
  file: PlaceFile;
  prompter: () => PrompterService;
  stories: () => readonly Story[];
}

/** Keeps the session on the prompter beyond the program: on disk, and in the pages that had it. */
export interface SessionKeeper {
  /** Somebody acted on the session. */
  acted: () => void;
  /** The stories were read for the first time: goes to where the last program was. */
  restore: () => void;
  /** Takes over a page’s session if nobody acted here later. Waits until the stories are read. */
  adopt: (given: SessionHandover) => Promise<void>;
  close: () => Promise<void>;
}

/** Which session wins is in docs/decisions/0038: the one where somebody acted last. */
export function setUpSessionKeeper({ clock, file, prompter, stories }: SessionKeeperParts): SessionKeeper {
  let actedAt = file.before?.actedAt ?? -Infinity;
  let isChanged = false;
  const read = Promise.withResolvers<void>();
  const wallMs = (): number => clock.wallTime().getTime();

  function save(): void {
    isChanged = false;
    file.save({ actedAt, place: pausedPlace(prompter().place(), clock.nowMs()) });
  }

  return {
    acted: () => {
      actedAt = wallMs();
      if (isChanged) return;
      isChanged = true;
      // After the change itself, and once for all that happen in one turn.
      queueMicrotask(save);
    },
    restore: () => {
      const { before } = file;
      if (before !== null && prompter().shown() === null) {
        const isSameAnswer = Math.abs(wallMs() - before.actedAt) < sameAnswerMs;
        prompter().adopt(isSameAnswer ? before.place : atStart(before.place), stories());
      }
      read.resolve();
    },
    adopt: async ({ place, story, actedAt: given }) => {
      await read.promise;
      // A clock that was set back since would keep everybody else out.
      const at = Math.min(given, wallMs());
      if (at < actedAt) return;
      actedAt = at;
      prompter().adopt(place, stories(), story);
      save();
    },
    close: async () => {
      if (prompter().shown() !== null && actedAt > -Infinity) save();
      await file.flush();
    },
  };
}

function atStart({ shown, previous }: PrompterPlace): PrompterPlace {
  if (shown === null) return { shown, left: [], previous };
  const { targetMs, mode, speed } = shown.session;
  return {
    shown: { ...shown, reached: null, followUp: null, session: newSession(targetMs, mode, speed) },
    left: [],
    previous,
  };
}
