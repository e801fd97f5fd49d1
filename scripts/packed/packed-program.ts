import path from 'node:path';

/** The program that electron-builder makes before it builds installers. */
export interface PackedProgram {
  /** What contains the fuses: the executable, or on macOS the app's folder. */
  executable: string;
  /** The file to start. */
  program: string;
  /** The folder with the archive and the files beside it. */
  resources: string;
  /** The folder with the licences of Electron and Chromium. */
  electronLicenses: string;
}

/** The packed program in electron-builder's folder for a system, such as `dist/linux-unpacked`. */
export function packedProgram(folder: string, platform: NodeJS.Platform): PackedProgram {
  const at = (...names: string[]): string => path.join(folder, ...names);
  if (platform === 'darwin') {
    const resources = at('Offbook.app/Contents/Resources');
    const program = at('Offbook.app/Contents/MacOS/Offbook');
    return { executable: at('Offbook.app'), program, resources, electronLicenses: resources };
  }
  const executable = at(platform === 'win32' ? 'Offbook.exe' : 'offbook');
  return { executable, program: executable, resources: at('resources'), electronLicenses: folder };
}

/** The folders in `dist`, by system. */
export const packedFolders: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'linux-unpacked',
  darwin: 'mac-universal',
  win32: 'win-unpacked',
};
