import { defineConfig } from 'vitest/config';

/*
 * The tests in groups, each run the cheapest way that works. `docs/testing.md` says which command runs which.
 */

const under = (...places: string[]): string[] => places.map((place) => `tests/${place}`);
const unit = '**/*.test.ts';

/** They take long, and seldom find anything: only `npm run test:full` runs them. */
const long = under(
  'electron/{stand-in,stand-in-main,accelerator}.test.ts',
  `packaging/${unit}`,
  'scripts/{icons,desktop-proof}.test.ts',
  'bench.test.ts',
  'web/media-keys.test.ts',
  'web/telling.test.ts',
  'cli/app-window.test.ts',
);
const properties = under('**/*properties.test.ts');
const kills = under('**/*kill.test.ts');
/** It starts a build, so it isn't a pure test like those beside it. */
const built = under('main/build.test.ts');
const apart = [...long, ...properties, ...kills];

/** They start no process and no worker and keep nothing, so they share a few threads, and each module is loaded once. */
const together = { pool: 'threads', isolate: false, setupFiles: under('sizes.ts') } as const;

export default defineConfig({
  test: {
    // Processes: in threads, V8's memory protection keys have crashed where workers start workers.
    pool: 'forks',
    // All cores: Vitest's own default leaves one free, which on a small computer is every other one.
    maxWorkers: '100%',
    // For a loaded computer; nothing here waits for time to pass.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    // Transformed modules are kept in node_modules between runs.
    fsModuleCache: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: under(`{core,renderer,web,main}/${unit}`),
          exclude: [...apart, ...built],
          ...together,
        },
      },
      { extends: true, test: { name: 'properties', include: properties, ...together } },
      {
        extends: true,
        test: {
          name: 'process',
          include: [...under(`{services,cli,scripts}/${unit}`, '*.test.ts'), ...built],
          exclude: apart,
          // Loading all of the program's modules costs as much as many a test. Each leaves the process as it was.
          isolate: false,
          unstubEnvs: true,
        },
      },
      { extends: true, test: { name: 'kills', include: kills } },
      {
        extends: true,
        test: {
          name: 'electron',
          include: under(`electron/${unit}`),
          exclude: apart,
          globalSetup: under('electron/browser-for-all.ts'),
          isolate: false,
        },
      },
      { extends: true, test: { name: 'long', include: long, globalSetup: under('electron/browser-for-all.ts') } },
    ],
  },
});
