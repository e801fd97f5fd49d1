import type { Configuration } from 'electron-builder';
import { desktopActions, linuxSwitches } from './packaging/desktop-entry.ts';
import { macSigning } from './packaging/mac-signing.ts';

/**
 * How the built program is packed for each system: `npm run pack`. `tests/packaging` packs by these rules and checks
 * the result; docs/decisions/0016-packaging.md says why things are as they are. A new object at each call, since
 * electron-builder changes what it gets.
 */
export default function configuration() {
  return {
    appId: 'local.offbook.prompter',
    copyright: 'Copyright © 2026 The Offbook authors',
    directories: { buildResources: 'packaging', output: 'dist' },
    extraMetadata: {
      author: 'The Offbook authors',
      // Packages for Linux need one, and Offbook has none yet.
      homepage: 'https://offbook.invalid',
      // Newer Linux desktops refuse hotkeys to programs that aren't named like a domain (electron#52218).
      desktopName: 'local.offbook.prompter.desktop',
    },

    files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json'],
    asar: true,
    // All packages are bundled into out/: node_modules is neither checked nor packed.
    beforeBuild: () => Promise.resolve(false),
    extraResources: [
      // Real files, so that editors can open them.
      { from: 'stories', to: 'stories' },
      // X11 windows show no other.
      { from: 'packaging/icons/linux/256x256.png', to: 'icon.png' },
      { from: 'LICENSE', to: 'licenses/LICENSE.txt' },
      { from: 'out/third-party-notices.txt', to: 'licenses/third-party-notices.txt' },
    ],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    },

    // No updater: Offbook contacts no server, and no files are written for one.
    publish: null,

    mac: {
      target: [{ target: 'dmg', arch: 'universal' }],
      category: 'public.app-category.productivity',
      icon: 'packaging/icons/icon.icns',
      extendInfo: {
        // What macOS shows when it asks for the first time.
        NSMicrophoneUsageDescription:
          'Offbook hears you rehearse, if you switch that on. Nothing leaves this computer.',
      },
      ...macSigning(process.env),
      artifactName: '${productName}-${version}-mac-${arch}.${ext}',
    },
    dmg: { writeUpdateInfo: false },

    win: {
      target: ['nsis', 'portable'],
      icon: 'packaging/icons/icon.ico',
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      // For the current user, without an administrator, in any folder.
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      artifactName: '${productName}-${version}-windows-setup.${ext}',
    },
    portable: { artifactName: '${productName}-${version}-windows-portable.${ext}' },

    linux: {
      target: ['deb', 'rpm', 'AppImage'],
      icon: 'packaging/icons/linux',
      category: 'Office',
      maintainer: 'The Offbook authors <nobody@offbook.invalid>',
      synopsis: 'Teleprompter and practice timer for interview stories',
      executableName: 'offbook',
      syncDesktopName: true,
      executableArgs: linuxSwitches,
      artifactName: '${name}-${version}-linux-${arch}.${ext}',
      desktop: {
        entry: { Keywords: 'teleprompter;interview;rehearsal;timer;', Actions: desktopActions.names },
        desktopActions: desktopActions.groups,
      },
    },
    // The newer AppImage needs neither libfuse2 nor a sandbox switched off.
    toolsets: { appimage: '1.0.3' },
  } satisfies Configuration;
}
