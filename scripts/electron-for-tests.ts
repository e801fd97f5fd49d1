import path from 'node:path';
import { findElectron } from '../src/cli/desktop-app.ts';
import { projectRoot } from '../src/cli/project-root.ts';
import { hasScreen } from '../src/cli/open-browser.ts';

/** What decides whether tests can run in Electron itself. */
export interface Circumstances {
  /** Electron's runtime is installed. */
  runtime: boolean;
  screen: boolean;
  isRoot: boolean;
}

/** Why tests can't be run in Electron, as the second half of a sentence; null if they can. */
export function whyNotInElectron({ runtime, screen, isRoot }: Circumstances): string | null {
  if (!runtime) return 'its runtime isn’t installed (“npx install-electron” gets it)';
  if (!screen) return 'its windows need a screen (“xvfb-run npm test” provides one)';
  // Chromium's sandbox refuses to run as root, and Offbook opens no window without it.
  if (isRoot) return 'it doesn’t start for root; run the tests as another user';
  return null;
}

/** The same for this computer. Never starts a download. */
export function electronForTests(): string | null {
  return whyNotInElectron({
    runtime: findElectron(path.join(projectRoot, 'node_modules', 'electron'), process.env) !== null,
    screen: hasScreen(process.platform, process.env),
    isRoot: process.getuid?.() === 0,
  });
}
