import { defineConfig } from 'vitest/config';

/*
 * The tests in groups, each run in the cheapest way that it bears. `docs/testing.md` says which command runs which.
 */

const under = (...places: string[]): string[] => places.map((place) => `tests/${place}`);
const unit = '**/*.test.ts';

/** Little found by them depends on what changes from day to day, and they take long. */
const long = under(
  'electron/{stand-in,stand-in-main,clone-text,accelerator}.test.ts',
  `packaging/${unit}`,
  'scripts/icons.test.ts',
);
const properties = under('**/*properties.test.ts');
const kills = under('**/*kill.test.ts');
/** Builds the program, so it is none of the pure ones beside it. */
const built = under('main/build.test.ts');
const apart = [...long, ...properties, ...kills];

/** No process, no worker and nothing kept between files: all of them share a few threads, and each module is loaded once. */
const together = { pool: 'threads', isolate: false, setupFiles: under('sizes.ts') } as const;

export default defineConfig({
  test: {
    // Processes: in threads, V8's memory protection keys have crashed where workers start workers.
    pool: 'forks',
    // For a loaded computer; nothing here waits for time to pass.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
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
        },
      },
      { extends: true, test: { name: 'long', include: long, globalSetup: under('electron/browser-for-all.ts') } },
    ],
  },
});
