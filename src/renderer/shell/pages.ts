import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** Loaded after the prompter, which must be there at once. */
const loaders = {
  library: async () => ({ default: (await import('../library/LibraryView.tsx')).LibraryView }),
  settings: async () => ({ default: (await import('../settings/SettingsView.tsx')).SettingsView }),
  rehearsal: async () => ({ default: (await import('../rehearsal/RehearsalView.tsx')).RehearsalView }),
  progress: async () => ({ default: (await import('../progress/ProgressView.tsx')).ProgressView }),
};
export type PageName = keyof typeof loaders;

export const pages: Record<PageName, LazyExoticComponent<ComponentType>> = {
  library: lazy(loaders.library),
  settings: lazy(loaders.settings),
  rehearsal: lazy(loaders.rehearsal),
  progress: lazy(loaders.progress),
};

const loadHelp = async () => ({ default: (await import('./HelpSheet.tsx')).HelpSheet });
export const LazyHelp = lazy(loadHelp);

const loadRemote = async () => ({ default: (await import('../prompter/Remote.tsx')).Remote });
/** What the page shows while the prompter floats. */
export const LazyRemote = lazy(loadRemote);

const loadStories = async () => ({ default: (await import('../stories/StoriesDialog.tsx')).StoriesDialog });
export const LazyStories = lazy(loadStories);

export const LazyMediaKeyHandler = lazy(async () => ({
  default: (await import('./MediaKeyHandler.tsx')).MediaKeyHandler,
}));

/** React keeps a page that couldn’t be loaded broken for good; this gives it another chance. */
export function renewPage(view: PageName): void {
  pages[view] = lazy(loaders[view]);
}

export const pageNames: Readonly<Record<PageName, string>> = {
  library: 'The library',
  settings: 'The settings',
  rehearsal: 'The rehearsal',
  progress: 'The progress view',
};

/** Loads all that the first paint doesn’t need: with the program gone, nothing can be loaded. */
export function loadPages(): void {
  // What fails here is tried again when somebody goes there.
  for (const load of [...Object.values(loaders), loadHelp, loadRemote, loadStories]) load().catch(() => undefined);
}
