import * as v from 'valibot';
import { storySchema } from '../stories/story-schema.ts';
import { fastest, slowest, type Session, type SessionAction, reduceSession } from './session.ts';

const ms = v.pipe(v.number(), v.finite());
const notNegative = v.pipe(ms, v.minValue(0));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));

const session = v.strictObject({
  status: v.variant('kind', [
    v.strictObject({ kind: v.literal('idle') }),
    v.strictObject({ kind: v.literal('running'), sinceMs: ms }),
    v.strictObject({ kind: v.literal('paused'), by: v.picklist(['person', 'sleep', 'away']) }),
  ]),
  targetMs: v.pipe(ms, v.minValue(1)),
  addedMs: ms,
  elapsedBeforeMs: notNegative,
  mode: v.picklist(['auto', 'step', 'voice']),
  speed: v.pipe(ms, v.minValue(slowest), v.maxValue(fastest)),
  cursorMs: notNegative,
  cursorAtElapsedMs: notNegative,
}) satisfies v.GenericSchema<Session>;

const shownPlace = v.strictObject({
  storyId: v.string(),
  variant: v.nullable(index),
  alternate: v.nullable(index),
  reached: v.nullable(index),
  followUp: v.nullable(index),
  session,
});

/** Where a story was left: the story by its id, and its session. */
export type ShownPlace = v.InferOutput<typeof shownPlace>;

/** More than anybody opens in a day. */
export const mostLeft = 300;

/** The prompter’s session as plain data: what is shown, where other stories were left, and the id of the one before. */
export const prompterPlace = v.strictObject({
  shown: v.nullable(shownPlace),
  left: v.pipe(v.array(shownPlace), v.maxLength(mostLeft)),
  previous: v.nullable(v.string()),
});
export type PrompterPlace = v.InferOutput<typeof prompterPlace>;

/** What a page hands to the program that it had lost. */
export const handover = v.strictObject({
  /** Its times are on the program’s clock. */
  place: prompterPlace,
  /** The story on the prompter as the page has it, in case the files lack it now. */
  story: v.nullable(storySchema),
  /** When somebody last acted, by the wall clock, in milliseconds since 1970. */
  actedAt: v.pipe(v.number(), v.finite()),
});
export type SessionHandover = v.InferOutput<typeof handover>;

/** The same place by another clock, which shows `byMs` more at the same moment. */
export function placeByClock(place: PrompterPlace, byMs: number): PrompterPlace {
  const moved = (of: ShownPlace): ShownPlace => ({ ...of, session: byClock(of.session, byMs) });
  return { ...place, shown: place.shown && moved(place.shown), left: place.left.map(moved) };
}

function byClock(of: Session, byMs: number): Session {
  return of.status.kind === 'running' ? { ...of, status: { kind: 'running', sinceMs: of.status.sinceMs + byMs } } : of;
}

/** The same place with its clock paused, to be kept while no program runs. */
export function pausedPlace(place: PrompterPlace, nowMs: number): PrompterPlace {
  const pause: SessionAction = { type: 'pause' };
  const { shown } = place;
  return { ...place, shown: shown && { ...shown, session: reduceSession(shown.session, pause, nowMs) } };
}
