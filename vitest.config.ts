import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/fixtures/**'],
    // Processes: in threads, V8's memory protection keys have crashed where workers start workers.
    pool: 'forks',
    // For a loaded computer; nothing here waits for time to pass.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
