import { systemClock } from '../../../src/services/base/clock.ts';
import { setUpRecordings } from '../../../src/services/voice/recordings.ts';

/*
 * A program that records, for the tests to kill or to take its disk away from. `recordings-child.ts DIRECTORY ID COUNT`
 * adds COUNT slices of three bytes, and prints a line of JSON for each that the disk has, and for the first it refuses.
 */
const [directory = '', id = '', count = ''] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const options = { directory, clock: systemClock(), capBytes: () => 1_000_000, changed: () => undefined };
const store = setUpRecordings(options);
await store.start(id, 'a');
for (let slice = 0; slice < Number(count); slice += 1) {
  const refused = await store.append(id, slice * 3, Buffer.from(String(slice % 1000).padStart(3, '0')));
  say(refused === null ? { bytes: (slice + 1) * 3 } : { refused });
  if (refused !== null) break;
}
