import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import configuration from '../../electron-builder.config.ts';
import { packedProgram, type PackedProgram } from '../../scripts/packed/packed-program.ts';
import { ensureBuilt, withLock } from '../../src/cli/build.ts';
import { projectRoot } from '../../src/cli/project-root.ts';
import { makeStandInRuntime, type System } from './stand-in-runtime.ts';

export interface Packed extends PackedProgram {
  /** The desktop entries that the packages for Linux would have. */
  desktopEntries: Record<'deb' | 'AppImage', string>;
  /** The files of the Debian package, as `from=to`. */
  debianFiles: string[];
}

/** On Linux, electron-builder can pack for every system, elsewhere only for its own. */
export const packedHere: readonly [System, ...System[]] =
  process.platform === 'linux' ? ['linux', 'darwin', 'win32'] : [process.platform === 'win32' ? 'win32' : 'darwin'];

const systems: Readonly<Record<System, { platform: Platform; targets: string[]; folder: string }>> = {
  linux: { platform: Platform.LINUX, targets: ['deb', 'AppImage'], folder: 'linux-unpacked' },
  darwin: { platform: Platform.MAC, targets: ['dir'], folder: 'mac' },
  win32: { platform: Platform.WINDOWS, targets: ['dir'], folder: 'win-unpacked' },
};

/**
 * Packs the built program into a folder, with electron-builder and the project's own configuration. Stops at the files of a
 * package: building installers needs tools that it would download.
 */
export async function packInto(folder: string, system: System): Promise<Packed> {
  const runtime = path.join(folder, 'runtime');
  const output = path.join(folder, 'dist');
  await makeStandInRuntime(runtime, system);
  await ensureBuilt(projectRoot, { write: () => undefined });
  const { platform, targets, folder: unpacked } = systems[system];
  const desktopEntries = { deb: '', AppImage: '' };
  const debianFiles: string[] = [];
  // The lock keeps others from building meanwhile.
  await withLock(path.join(projectRoot, 'out', '.building'), async () => {
    await build({
      projectDir: projectRoot,
      config: testConfiguration(runtime, output),
      publish: 'never',
      targets: new Map([[platform, new Map([[Arch.x64, targets]])]]),
      // Records what a package would contain, before a tool is downloaded to build it; true stops there.
      effectiveOptionComputed: async (computed: unknown) => {
        if (isDebian(computed)) {
          debianFiles.push(...computed[0].filter((word) => word.includes('=/')));
          desktopEntries.deb = await readFile(computed[1], 'utf8');
        } else if (isAppImage(computed)) desktopEntries.AppImage = computed.desktop;
        else throw new Error(`electron-builder made something unknown: ${JSON.stringify(computed)}`);
        return true;
      },
    });
  });
  return { ...packedProgram(path.join(output, unpacked), system), desktopEntries, debianFiles };
}

function testConfiguration(runtime: string, output: string): Configuration {
  const own = configuration();
  return {
    ...own,
    electronDist: runtime,
    directories: { ...own.directories, output },
    // The stand-in for Electron can't be signed.
    mac: { ...own.mac, identity: null },
  };
}

/** The arguments of fpm, and the file with the desktop entry. */
function isDebian(computed: unknown): computed is [string[], string] {
  return Array.isArray(computed) && typeof computed[1] === 'string';
}

function isAppImage(computed: unknown): computed is { desktop: string } {
  if (typeof computed !== 'object' || computed === null || !('desktop' in computed)) return false;
  return typeof computed.desktop === 'string';
}
