import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** The systems that Offbook is packed for. */
export type System = 'linux' | 'darwin' | 'win32';

/** What @electron/fuses looks for in Electron's executable: these letters, a version, a length and as many states. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The states that Electron ships with, in the order of `FuseV1Options`. */
const delivered = '101100110';

const fuseWire = Buffer.concat([
  Buffer.from(sentinel, 'latin1'),
  Buffer.from([1, delivered.length]),
  Buffer.from(delivered, 'latin1'),
]);

/**
 * Creates a folder that electron-builder accepts as Electron's runtime for a system, for computers that can't download the real
 * one. It has the files that packing needs, and an executable with fuses; it can't be started.
 */
export async function makeStandInRuntime(folder: string, system: System): Promise<void> {
  await writeFiles(folder, { LICENSE: 'Electron', 'LICENSES.chromium.html': 'Chromium', version: '0.0.0' });
  await makers[system](folder);
}

const makers: Readonly<Record<System, (folder: string) => Promise<void>>> = {
  linux: (folder) => writeFiles(folder, { electron: fuseWire, 'chrome-sandbox': '', 'locales/en-US.pak': '' }),
  win32: (folder) => writeFiles(folder, { 'electron.exe': windowsProgram(), 'locales/en-US.pak': '' }),
  darwin: async (folder) => {
    const contents = path.join(folder, 'Electron.app/Contents');
    const framework = path.join(contents, 'Frameworks/Electron Framework.framework');
    await writeFiles(contents, {
      'Info.plist': plist,
      'MacOS/Electron': '',
      'Resources/electron.icns': '',
      'Frameworks/Electron Helper.app/Contents/Info.plist': plist,
      'Frameworks/Electron Helper.app/Contents/MacOS/Electron Helper': '',
    });
    await writeFiles(framework, {
      'Versions/A/Electron Framework': fuseWire,
      'Versions/A/Resources/Info.plist': plist,
    });
    await symlink('A', path.join(framework, 'Versions/Current'));
    for (const name of ['Electron Framework', 'Resources']) {
      await symlink(`Versions/Current/${name}`, path.join(framework, name));
    }
  },
};

const plist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>
`;

/** An empty program with a name; packing writes the archive's checksum beside it. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const versionInfo = Resource.VersionInfo.createEmpty();
  versionInfo.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  versionInfo.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), fuseWire]);
}

async function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content, { mode: 0o755 });
  }
}
