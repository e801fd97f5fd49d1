import { compileFunction } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The scripts that Chromium runs before a page's own ones, one a world. */
export interface PageCode {
  mainWorld: string;
  isolatedWorld: string;
}

let bundled: Promise<PageCode> | null = null;

/** Bundled once a process. */
export function pageCode(): Promise<PageCode> {
  bundled ??= Promise.all([bundle('main-world'), bundle('isolated-world')]).then(([mainWorld, isolatedWorld]) => ({
    mainWorld,
    isolatedWorld,
  }));
  return bundled;
}

async function bundle(name: 'main-world' | 'isolated-world'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('../page', import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`../page/${name}.ts`, import.meta.url)),
        output: { format: 'iife' },
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error(`${name} could not be bundled.`);
  return output.output[0].code;
}

/** The names under which a sandboxed preload finds what it may use. */
const given = ['require', 'process', 'exports', 'module'];

/** The script of the isolated world with a preload in it. Throws a SyntaxError where that is no CommonJS script. */
export function withPreload(isolatedWorld: string, preload: string, facts: object): string {
  compileFunction(preload, given);
  return `${isolatedWorld}\nrunPreload(function (${given.join(', ')}) {\n${preload}\n}, ${JSON.stringify(facts)});`;
}
