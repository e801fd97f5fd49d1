import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Those two are Playwright's.
    exclude: ['tests/e2e/**', 'tests/flows/**', 'tests/fixtures/**'],
    // Processes: in threads, V8's memory protection keys have crashed where workers start workers.
    pool: 'forks',
    // All cores: Vitest's own default leaves one free, which on a small computer is every other one.
    maxWorkers: '100%',
    // For a loaded computer; nothing here waits for time to pass.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
