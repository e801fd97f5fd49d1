import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/cli/project-root.ts';
import { commands, isCommandId } from '../../src/core/contract/commands.ts';
import { makeFolder } from '../electron/driver/program-copy.ts';
import { packInto, type Packed } from './pack-for-tests.ts';

type Groups = Record<string, Record<string, string>>;

const kinds = ['deb', 'AppImage'] as const;

/** Packages for Linux are built on Linux. */
describe.runIf(process.platform === 'linux')('the desktop entry', () => {
  let packed: Packed;
  beforeAll(async () => {
    const folder = await makeFolder('packed');
    packed = await packInto(folder.path, 'linux');
    await folder.remove();
  }, 120_000);

  test.each(kinds)(
    'of the %s belongs to the windows of the program, and starts it so that it can stay on top',
    (kind) => {
      const { 'Desktop Entry': entry } = groupsOf(packed.desktopEntries[kind]);
      expect(entry).toMatchObject({
        Type: 'Application',
        Name: 'Offbook',
        Icon: 'offbook',
        StartupWMClass: 'local.offbook.prompter',
        Exec: `${kind === 'deb' ? '/opt/Offbook/offbook' : 'AppRun'} --ozone-platform=x11 %U`,
      });
    },
  );

  test.each(kinds)('of the %s has actions, each a command of Offbook', (kind) => {
    const { 'Desktop Entry': entry, ...actions } = groupsOf(packed.desktopEntries[kind]);
    const names = (entry?.['Actions'] ?? '').split(';').filter((name) => name !== '');
    expect(names.length).toBeGreaterThan(3);
    expect(Object.keys(actions)).toEqual(names.map((name) => `Desktop Action ${name}`));
    for (const name of names) {
      if (!isCommandId(name)) throw new Error(`Unknown command: ${name}.`);
      const Exec = `offbook --ozone-platform=x11 --do ${name}`;
      expect(actions[`Desktop Action ${name}`]).toEqual({ Name: commands[name].title, Exec });
    }
  });

  test('of the deb has an icon in every size', async () => {
    const drawn = await readdir(path.join(projectRoot, 'packaging/icons/linux'));
    const icons = packed.debianFiles.map((file) => file.split('=')[1] ?? '').filter((to) => to.endsWith('.png'));
    const places = drawn.map((name) => `/usr/share/icons/hicolor/${path.parse(name).name}/apps/offbook.png`);
    expect(icons.sort()).toEqual(places.sort());
    expect(packed.debianFiles.join('\n')).toContain('=/usr/share/applications/local.offbook.prompter.desktop');
  });
});

/** The groups of a desktop entry with their keys. */
function groupsOf(entry: string): Groups {
  const groups: Groups = {};
  let current: Record<string, string> = {};
  for (const line of entry.split('\n').filter((text) => text !== '')) {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
    if (name !== undefined) groups[name] = current = {};
    else current[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return groups;
}
