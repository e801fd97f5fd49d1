import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { noticesText, packageFolder, readThirdParty } from './packages.ts';

/** The file beside the bundles. */
export const noticesName = 'third-party-notices.txt';

/**
 * Creates plugins that write the licences of all packages with code or files in a bundle. Each bundle has its own
 * plugin, which adds to what the ones before found. Rejects, and so fails the build, if a package has no licence.
 */
export function setUpNotices(): () => Plugin {
  const folders = new Set<string>();
  return () => {
    let root = '';
    return {
      name: 'third-party-notices',
      configResolved: (config) => {
        root = config.root;
      },
      // A worker’s bundle is only generated here, and written by the page’s.
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          const files = output.type === 'chunk' ? output.moduleIds : output.originalFileNames;
          for (const file of files) addFolder(folders, packageFolder(path.resolve(root, file.replace('\0', ''))));
        }
      },
      async writeBundle({ dir }) {
        if (dir === undefined) throw new Error('The bundle has no output folder.');
        const packages = await Promise.all([...folders].map((folder) => readThirdParty(folder)));
        await writeFile(path.join(dir, '..', noticesName), noticesText(packages));
      },
    };
  };
}

function addFolder(folders: Set<string>, folder: string | null): void {
  if (folder !== null) folders.add(folder);
}
