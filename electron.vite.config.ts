import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { setUpNotices } from './scripts/third-party/notices-plugin.ts';

/** Also where --outDir names a folder elsewhere, which Vite would otherwise leave full and warn of. */
const emptyOutDir = true;

const notices = setUpNotices();

/*
 * Three bundles in out/: main (ES modules), preload (one CommonJS file, as a sandboxed window needs it) and
 * the renderer, which the browser shell serves too. The few runtime packages are bundled in, so that out/
 * needs nothing beside it but Electron.
 */
export default defineConfig({
  main: {
    plugins: [notices()],
    build: {
      emptyOutDir,
      externalizeDeps: false,
      rolldownOptions: {
        // The parse worker is a program of its own: Electron's main process and plain Node both start it.
        input: { index: 'src/main/index.ts', 'parse-worker': 'src/services/library/parse-worker.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [notices()],
    build: {
      emptyOutDir,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), notices()],
    build: {
      emptyOutDir,
      // Also for the browsers that the browser shell is opened in, not only for Electron's own Chromium. Vite rewrites
      // syntax but adds no functions, so the edition must be the one that the tsconfigs of core and renderer allow, and
      // the browsers must have all of it: Map.groupBy needs Safari 17.4, Intl.Segmenter Firefox 125.
      target: 'es2024',
      cssTarget: ['chrome123', 'firefox125', 'safari17.4'],
      minify: true,
      // The content security policy allows no data: fonts and nothing inline.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
