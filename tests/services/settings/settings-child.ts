import { openSettingsFile } from '../../../src/services/settings/settings-file.ts';

/*
 * A program that saves settings, for the tests to kill or to take rights away from.
 * `settings-child.ts DIRECTORY loop` saves without end; `… set KEY JSON` saves once.
 * Prints a line of JSON for each thing the person is told, and one after each save.
 */
const [directory = '', what, key = '', json = ''] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const file = await openSettingsFile({ directory, tell: (severity, text) => say({ severity, text }) });

if (what === 'set') {
  file.change({ [key]: JSON.parse(json) as unknown });
  await file.flush();
  say({ settings: file.current() });
}
const rounds = what === 'loop' ? Infinity : 0;
for (let round = 0; round < rounds; round += 1) {
  file.change({ textSize: 14 + (round % 50), folders: [`/stories/${'x'.repeat(round % 900)}`] });
  await file.flush();
  say({ saved: round });
}
