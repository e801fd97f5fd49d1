import path from 'node:path';
import { compileFunction } from 'node:vm';
import { fileURLToPath } from 'node:url';

/** The scripts that Chromium runs before a page's own ones, one a world. */
export interface PageCode {
  mainWorld: string;
  isolatedWorld: string;
}

const mainWorld = new URL('../page/main-world.ts', import.meta.url);
const isolatedWorld = new URL('../page/isolated-world.ts', import.meta.url);

let bundled: Promise<PageCode> | null = null;

/** Bundled once a process. */
export function pageCode(): Promise<PageCode> {
  bundled ??= bundleAll();
  return bundled;
}

async function bundleAll(): Promise<PageCode> {
  return { mainWorld: await bundle(mainWorld), isolatedWorld: await bundle(isolatedWorld) };
}

async function bundle(url: URL): Promise<string> {
  const entry = fileURLToPath(url);
  // Takes long to load, and a test without pages in a browser doesn't need it.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: path.dirname(entry),
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`${entry} could not be bundled.`);
  return output.output[0].code;
}

/** The names under which a sandboxed preload finds what it may use. */
const given = ['require', 'process', 'exports', 'module'];

/** The script of the isolated world with a preload in it. Throws a SyntaxError where that is no CommonJS script. */
export function withPreload(isolatedWorld: string, preload: string, facts: object): string {
  compileFunction(preload, given);
  return `${isolatedWorld}\nrunPreload(function (${given.join(', ')}) {\n${preload}\n}, ${JSON.stringify(facts)});`;
}
