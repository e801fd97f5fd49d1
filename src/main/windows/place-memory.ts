import * as v from 'valibot';
import { readRegular } from '../../services/base/regular-file.ts';
import { errorCode, describeError } from '../../services/base/system-error.ts';
import { replaceFile } from '../../services/base/write-file.ts';
import type { Log } from '../log.ts';
import type { Size } from '../../core/prompter/window-sizes.ts';
import { minimumSizes, type WindowPlace, type WindowName } from './window-place.ts';

/** How many sets of displays are remembered for a window; the one unused for longest is dropped first. */
const mostSets = 20;

const whole = v.pipe(v.number(), v.integer());
function placesOf({ width, height }: Size) {
  const remembered = v.object({
    displays: v.string(),
    x: whole,
    y: whole,
    width: v.pipe(whole, v.minValue(width)),
    height: v.pipe(whole, v.minValue(height)),
    // Older files don't have it.
    maximized: v.optional(v.boolean(), false),
  });
  /** An invalid place is dropped; the others are kept. */
  return v.array(v.fallback(v.nullable(remembered), null));
}
const placesFile = v.object({
  version: v.literal(1),
  prompter: placesOf(minimumSizes.prompter),
  // Older files have only the prompter.
  library: v.optional(placesOf(minimumSizes.library), []),
});
/** A window's place, and whether it was maximized. Then it is the place that it returns to. */
export interface KeptPlace extends WindowPlace {
  maximized: boolean;
}
interface Remembered extends KeptPlace {
  displays: string;
}
type Kept = Record<WindowName, Remembered[]>;

/** A window's place on each set of displays; `displays` is the name of a set. */
export interface PlaceMemory {
  find: (displays: string) => KeptPlace | null;
  remember: (displays: string, place: KeptPlace) => void;
}

/** The memory of each window, in one file. */
export type PlaceMemories = Record<WindowName, PlaceMemory> & {
  /** Waits until everything is on disk. */
  flush: () => Promise<void>;
};

/**
 * Opens the file of places. Nobody wrote it by hand, so one that can't be read is replaced, and if it can't be
 * written, only the places are lost; `log` gets the reason. Never throws.
 */
export async function openPlaceMemories(file: string, log: Log): Promise<PlaceMemories> {
  const kept = await readPlaces(file, log);
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    try {
      await replaceFile(file, `${JSON.stringify({ version: 1, ...kept }, null, 2)}\n`);
    } catch (error) {
      log(`The windows' places couldn't be saved in ${file}: ${describeError(error)}.`);
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
      kept[window] = [{ displays, ...rounded(place) }, ...others].slice(0, mostSets);
      // One after the other: an older write must not replace a newer one.
      writing = writing.then(write);
    },
  });
  return { prompter: memoryOf('prompter'), library: memoryOf('library'), flush: () => writing };
}

/** On scaled displays, windows can be between two pixels. */
function rounded({ x, y, width, height, maximized }: KeptPlace): KeptPlace {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height), maximized };
}

async function readPlaces(file: string, log: Log): Promise<Kept> {
  const none = { prompter: [], library: [] };
  try {
    const parsed = v.safeParse(placesFile, JSON.parse((await readRegular(file)).toString('utf8')));
    if (parsed.success) return { prompter: sound(parsed.output.prompter), library: sound(parsed.output.library) };
    log(`The places in ${file} aren't as Offbook writes them; starting over.`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none;
    log(`The places in ${file} can't be read (${describeError(error)}); starting over.`);
  }
  return none;
}

function sound(places: readonly (Remembered | null)[]): Remembered[] {
  return places.filter((place) => place !== null);
}
