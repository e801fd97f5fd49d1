import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { setUpNotices } from './scripts/third-party/notices-plugin.ts';

/** Also if --outDir is outside the project: otherwise Vite wouldn't empty it, and warn. */
const emptyOutDir = true;

/** A slow build on a busy computer isn't worth a warning. */
const checks = { bundlerTimings: false };

const notices = setUpNotices();

const hasExtension = (name: string): boolean => path.extname(name) !== '';

/*
 * Three bundles in out/: main (ES modules), preload (one CommonJS file, which sandboxed windows need) and the renderer,
 * which the browser shell serves as well. Main is the browser shell’s server, too. The few runtime packages are bundled in, so that out/ needs only Electron.
 */
export default defineConfig({
  main: {
    plugins: [notices()],
    // JSZip brings an old copy of Node's own streams, for browsers.
    resolve: { alias: { 'readable-stream': 'node:stream' } },
    // ws can use two native packages, which Offbook doesn’t ship.
    define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
    build: {
      emptyOutDir,
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        // The parse worker is a separate program: both Electron's main process and plain Node start it.
        input: {
          index: 'src/main/index.ts',
          'parse-worker': 'src/services/library/parse-worker.ts',
          serve: 'src/cli/serve-program.ts',
        },
        // Node keeps the text of what it runs: comments would take memory.
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', comments: false },
      },
    },
  },
  preload: {
    plugins: [notices()],
    build: {
      emptyOutDir,
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), notices()],
    worker: {
      format: 'es',
      plugins: () => [notices()],
      rolldownOptions: {
        checks,
        // Soundswallower imports it and uses nothing of it; it asks for a document, which workers lack.
        treeshake: { moduleSideEffects: [{ test: /[/\\]blob-polyfill[/\\]/, sideEffects: false }] },
        // Files of the acoustic models have no extension, and Windows no names that end in a full stop.
        output: {
          assetFileNames: ({ names }) => `assets/[name]-[hash]${names.some(hasExtension) ? '[extname]' : '.bin'}`,
        },
      },
    },
    build: {
      emptyOutDir,
      // For the browsers that people use, not only for Electron's own Chromium. Vite rewrites
      // syntax but adds no functions, so the edition must be the one that the tsconfigs of core and renderer allow, and
      // the browsers must have all of it: Map.groupBy needs Safari 17.4, Intl.Segmenter Firefox 125.
      target: 'es2024',
      cssTarget: ['chrome123', 'firefox125', 'safari17.4'],
      minify: true,
      // The content security policy allows no data: fonts and nothing inline.
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks,
        input: 'src/renderer/index.html',
        // What the first paint needs is in one file, though the views loaded later use parts of it too.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
