import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { errorCode, reasonOf } from '../services/error-code.ts';
import { replaceFile } from '../services/write-file.ts';
import type { Log } from './log.ts';
import { leastSize, type Place } from './window-place.ts';

/** Desks that are remembered; the one not seen for longest goes first. */
const mostDesks = 20;

const whole = v.pipe(v.number(), v.integer());
const remembered = v.object({
  displays: v.string(),
  x: whole,
  y: whole,
  width: v.pipe(whole, v.minValue(leastSize.width)),
  height: v.pipe(whole, v.minValue(leastSize.height)),
});
/** One place that is none costs itself alone. */
const placesFile = v.object({ version: v.literal(1), prompter: v.array(v.fallback(v.nullable(remembered), null)) });
type Remembered = v.InferOutput<typeof remembered>;

/** Where the prompter stood, for each set of displays; `displays` is a set's name. */
export interface PlaceMemory {
  find: (displays: string) => Place | null;
  remember: (displays: string, place: Place) => void;
  /** Waits until all that was remembered is on disk. */
  flush: () => Promise<void>;
}

/**
 * Opens the file of places. It holds nothing that a person made, so a file that can't be read is begun
 * anew, and one that can't be written costs the place alone; `log` is told why. Never throws.
 */
export async function openPlaceMemory(file: string, log: Log): Promise<PlaceMemory> {
  let places = await readPlaces(file, log);
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    try {
      await replaceFile(file, `${JSON.stringify({ version: 1, prompter: places }, null, 2)}\n`);
    } catch (error) {
      log(`The window's place could not be kept in ${file}: ${reasonOf(error)}.`);
    }
  };
  return {
    find: (displays) => {
      const found = places.find((place) => place.displays === displays);
      return found === undefined ? null : { x: found.x, y: found.y, width: found.width, height: found.height };
    },
    remember: (displays, place) => {
      const others = places.filter((other) => other.displays !== displays);
      places = [{ displays, ...rounded(place) }, ...others].slice(0, mostDesks);
      // One after the other: an older write must not end up on top of a newer one.
      writing = writing.then(write);
    },
    flush: () => writing,
  };
}

/** Scaled displays can have windows between two pixels. */
function rounded({ x, y, width, height }: Place): Place {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

async function readPlaces(file: string, log: Log): Promise<Remembered[]> {
  try {
    const parsed = v.safeParse(placesFile, JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return parsed.output.prompter.filter((place) => place !== null);
    log(`The places in ${file} are not as Offbook writes them; they are begun anew.`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    log(`The places in ${file} can't be read (${reasonOf(error)}); they are begun anew.`);
  }
  return [];
}
