import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { prompterPlace, type PrompterPlace } from '../../core/prompter/place.ts';
import { parseJson } from '../../core/values.ts';
import { replaceFile } from '../base/write-file.ts';

const keptSession = v.object({
  version: v.literal(1),
  /** When somebody last acted, by the wall clock, in milliseconds since 1970. */
  actedAt: v.pipe(v.number(), v.finite()),
  place: prompterPlace,
});

/** The prompter’s place when somebody last acted. */
export interface KeptSession {
  actedAt: number;
  place: PrompterPlace;
}

/** Where the prompter was, on disk, so that the next start finds it. */
export interface PlaceFile {
  /** As the last program left it; null where that can’t be read. */
  before: KeptSession | null;
  /** Saves the place as soon as the disk allows; only the last of several counts. */
  save: (kept: KeptSession) => void;
  /** Waits for the disk. */
  flush: () => Promise<void>;
}

/** Opens `place.json` in the settings folder. Trouble with it only costs the place, so that nobody hears of it. */
export async function openPlaceFile(directory: string): Promise<PlaceFile> {
  const file = path.join(directory, 'place.json');
  let wanted: KeptSession | null = null;
  let saving: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (wanted !== null) {
      const text = `${JSON.stringify({ version: 1, ...wanted })}\n`;
      wanted = null;
      await replaceFile(file, text).catch(() => undefined);
    }
    saving = null;
  }

  const text = await readFile(file, 'utf8').catch(() => '');
  const read = v.safeParse(keptSession, parseJson(text));
  return {
    before: read.success ? { actedAt: read.output.actedAt, place: read.output.place } : null,
    save: (kept) => {
      wanted = kept;
      saving ??= work();
    },
    // Nobody saves any more by then.
    flush: async () => void (await saving),
  };
}
