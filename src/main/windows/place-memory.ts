import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { errorCode, reasonOf } from '../../services/base/system-error.ts';
import { replaceFile } from '../../services/base/write-file.ts';
import type { Log } from '../log.ts';
import { minimumSizes, type WindowPlace, type Size, type WindowName } from './window-place.ts';

/** Desks that are remembered for a window; the one not seen for longest goes first. */
const mostDesks = 20;

const whole = v.pipe(v.number(), v.integer());
function placesOf({ width, height }: Size) {
  const remembered = v.object({
    displays: v.string(),
    x: whole,
    y: whole,
    width: v.pipe(whole, v.minValue(width)),
    height: v.pipe(whole, v.minValue(height)),
    // Where it isn't written, it is not.
    maximized: v.optional(v.boolean(), false),
  });
  /** One place that is none costs itself alone. */
  return v.array(v.fallback(v.nullable(remembered), null));
}
const placesFile = v.object({
  version: v.literal(1),
  prompter: placesOf(minimumSizes.prompter),
  // Files of before knew the prompter alone.
  library: v.optional(placesOf(minimumSizes.library), []),
});
/** A window's place, and whether it filled its display when it was last seen; the place is then the one below that. */
export interface KeptPlace extends WindowPlace {
  maximized: boolean;
}
interface Remembered extends KeptPlace {
  displays: string;
}
type Kept = Record<WindowName, Remembered[]>;

/** Where a window stood, for each set of displays; `displays` is a set's name. */
export interface PlaceMemory {
  find: (displays: string) => KeptPlace | null;
  remember: (displays: string, place: KeptPlace) => void;
}

/** The memory of each window, in one file. */
export type PlaceMemories = Record<WindowName, PlaceMemory> & {
  /** Waits until all that was remembered is on disk. */
  flush: () => Promise<void>;
};

/**
 * Opens the file of places. It holds nothing that a person made, so a file that can't be read is begun
 * anew, and one that can't be written costs the place alone; `log` is told why. Never throws.
 */
export async function openPlaceMemories(file: string, log: Log): Promise<PlaceMemories> {
  const kept = await readPlaces(file, log);
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    try {
      await replaceFile(file, `${JSON.stringify({ version: 1, ...kept }, null, 2)}\n`);
    } catch (error) {
      log(`The windows' places could not be kept in ${file}: ${reasonOf(error)}.`);
    }
  };
  const memoryOf = (window: WindowName): PlaceMemory => ({
    find: (displays) => {
      const found = kept[window].find((place) => place.displays === displays);
      if (found === undefined) return null;
      const { x, y, width, height, maximized } = found;
      return { x, y, width, height, maximized };
    },
    remember: (displays, place) => {
      const others = kept[window].filter((other) => other.displays !== displays);
      kept[window] = [{ displays, ...rounded(place) }, ...others].slice(0, mostDesks);
      // One after the other: an older write must not end up on top of a newer one.
      writing = writing.then(write);
    },
  });
  return { prompter: memoryOf('prompter'), library: memoryOf('library'), flush: () => writing };
}

/** Scaled displays can have windows between two pixels. */
function rounded({ x, y, width, height, maximized }: KeptPlace): KeptPlace {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height), maximized };
}

async function readPlaces(file: string, log: Log): Promise<Kept> {
  const none = { prompter: [], library: [] };
  try {
    const parsed = v.safeParse(placesFile, JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return { prompter: sound(parsed.output.prompter), library: sound(parsed.output.library) };
    log(`The places in ${file} are not as Offbook writes them; they are begun anew.`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none;
    log(`The places in ${file} can't be read (${reasonOf(error)}); they are begun anew.`);
  }
  return none;
}

function sound(places: readonly (Remembered | null)[]): Remembered[] {
  return places.filter((place) => place !== null);
}
