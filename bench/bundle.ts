import { gzipSync } from 'node:zlib';
import type { Benchmark } from './figure.ts';
import { madeUpFile } from './made-up-stories.ts';
import { openBenchPage } from './page.ts';

/** What the prompter loads before its first paint, as transferred. */
export const bundle: Benchmark = {
  name: 'bundle',
  run: async () => {
    const { page, close } = await openBenchPage({ 'made-up.md': madeUpFile(3, 1) });
    const loaded = await page.evaluate(async () => {
      // The page can be loaded before its first frame is reported.
      const paintMs = await new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint !== undefined) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      });
      const pageEntries = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const before = [...pageEntries, ...files.filter((file) => file.startTime < paintMs)];
      return { paintMs, files: before.map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })) };
    });
    const scripts = loaded.files.filter(({ name }) => name.endsWith('.js'));
    const texts = await Promise.all(scripts.map(async ({ name }) => (await fetch(name)).arrayBuffer()));
    const compressed = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    await close();
    const bytes = (ending: RegExp): number =>
      loaded.files.filter(({ name }) => ending.test(name)).reduce((sum, file) => sum + file.bytes, 0);
    return [
      { name: 'bundle.all', value: bytes(/./), unit: 'bytes', how: `${loaded.files.length} files` },
      { name: 'bundle.script', value: bytes(/\.js$/), unit: 'bytes', how: 'scripts' },
      { name: 'bundle.compressed', value: compressed, unit: 'bytes', limit: 120_000, how: 'the scripts with gzip' },
      { name: 'bundle.fonts', value: bytes(/\.woff2$/), unit: 'bytes', how: 'typeface' },
      { name: 'bundle.firstPaint', value: loaded.paintMs, unit: 'ms', how: 'to the first contentful paint' },
    ];
  },
};
