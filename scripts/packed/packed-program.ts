import path from 'node:path';

/** What electron-builder makes before it wraps it into installers. */
export interface PackedProgram {
  /** What the fuses are in: the program, on macOS its folder. */
  executable: string;
  /** What is started. */
  program: string;
  /** Where the archive and the files beside it lie. */
  resources: string;
  /** Where electron-builder leaves the licences of Electron and Chromium. */
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

/** The folders in `dist` that may hold it. */
export const packedFolders: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'linux-unpacked',
  darwin: 'mac-universal',
  win32: 'win-unpacked',
};
