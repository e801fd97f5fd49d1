import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callNames, eventNames } from '../../src/core/contract/contract.ts';
import { createParser } from '../../src/services/library/parse-pool.ts';
import { bakeryDocx } from '../services/library/docx-files.ts';

/** Builds into a separate folder, as `npm run build` does: what runs is the build, so the build is tested. */
const repository = path.resolve(import.meta.dirname, '../..');
let out: string;
let said: { stdout: string; stderr: string };

beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'offbook-build-'));
  const tool = path.join(repository, 'node_modules/electron-vite/bin/electron-vite.js');
  const words = [tool, 'build', '--outDir', out, '--logLevel', 'warn'];
  said = await promisify(execFile)(process.execPath, words, { cwd: repository });
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

const text = (...name: string[]) => readFile(path.join(out, ...name), 'utf8');
const filesIn = async (folder: string) => (await readdir(path.join(out, folder), { recursive: true })).sort();

/** The modules that a built file loads, by `import`, `export … from`, `import()` and `require()`. */
function asksFor(code: string): string[] {
  const forms = [
    /^\s*(?:import|export)\b[^;'"()]*\bfrom\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
    /\b(?:__)?require\w*\(\s*["'`]([^"'`]+)["'`]/g,
  ];
  // Examples in comments load nothing.
  const run = code.replaceAll(/^\s*\*.*$/gmu, '');
  return forms.flatMap((form) => [...run.matchAll(form)].map((match) => match[1] ?? ''));
}

test('the build prints no warnings', () => {
  expect(said).toEqual({ stdout: '', stderr: '' });
});

describe('the preload', () => {
  test('is one CommonJS file that loads only electron', async () => {
    expect(await filesIn('preload')).toEqual(['index.cjs']);
    const code = await text('preload', 'index.cjs');
    expect(asksFor(code)).toEqual(['electron']);
    expect(code).not.toMatch(/^(?:import|export)\b/m);
  });

  test('exposes the calls of the contract, `on`, `pathOf`, and nothing else', async () => {
    const { exposed } = await preload();
    expect(Object.keys(exposed)).toEqual(['offbook']);
    expect(Object.keys(exposed['offbook']!).sort()).toEqual([...callNames, 'on', 'pathOf'].sort());
    for (const value of Object.values(exposed['offbook']!)) expect(typeof value).toBe('function');
  });

  test('passes on a call by its name', async () => {
    const { exposed, invoked } = await preload();
    expect(await exposed['offbook']!['openFolder']!({ path: '/s' })).toBe('answer');
    await exposed['offbook']!['readState']!(undefined);
    expect(invoked).toEqual([
      ['offbook:call', 'openFolder', { path: '/s' }],
      ['offbook:call', 'readState', undefined],
    ]);
  });

  test.each(eventNames)('listens to %s until it is stopped', async (name) => {
    const { exposed, emit } = await preload();
    const heard: unknown[] = [];
    const stop = exposed['offbook']!['on']!(name, (payload: unknown) => heard.push(payload)) as () => void;
    emit(`offbook:event:${name}`, 'first');
    stop();
    emit(`offbook:event:${name}`, 'second');
    expect(heard).toEqual(['first']);
  });

  test('refuses to listen to another channel', async () => {
    const { exposed } = await preload();
    expect(() => exposed['offbook']!['on']!('offbook:call', () => {})).toThrow('There isn’t an event “offbook:call”.');
  });
});

describe('the main bundle', () => {
  test('loads only electron, Node and its own files', async () => {
    const files = (await filesIn('main')).filter((name) => name.endsWith('.js'));
    expect(files).toContain('index.js');
    expect(files).toContain('parse-worker.js');
    const known = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    for (const file of files) {
      for (const wanted of asksFor(await text('main', file))) {
        const own = wanted.startsWith('.') && files.includes(path.join(path.dirname(file), wanted));
        expect(own || wanted === 'electron' || known.has(wanted), `${file} asks for ${wanted}`).toBe(true);
      }
    }
    expect(asksFor(await text('main', 'index.js'))).toContain('electron');
  });

  test('has a server and a parse worker that plain Node runs', { timeout: 30_000 }, async () => {
    for (const file of ['serve.js', 'parse-worker.js']) {
      expect(asksFor(await text('main', file))).not.toContain('electron');
    }
    const parser = createParser({ workerUrl: pathToFileURL(path.join(out, 'main', 'parse-worker.js')) });
    const story = '# Care\n\n## A late parcel\n\n> - S: It was lost\n> - A: Called the depot\n';
    const outcome = await parser.parse({ file: 'a.md', text: story }, 'quick');
    const word = { file: 'bakery.docx', text: bakeryDocx.toString('base64') };
    const converted = await parser.markdown(word, 'docx');
    await parser.close();
    expect(converted).toMatchObject({ ok: true, text: expect.stringContaining('## The oven that smoked') as string });
    expect(outcome).toMatchObject({ ok: true, parsed: { stories: [{ title: 'A late parcel' }] } });
  });
});

describe('the page', () => {
  test('has no inline scripts or styles', async () => {
    const html = await text('renderer', 'index.html');
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(attributes).toMatch(/\bsrc="\.\/assets\/[^"]+"/);
      expect(content).toBe('');
    }
    expect(html).not.toMatch(/<style\b/i);
    expect(html).not.toMatch(/\sstyle=/i);
    expect(html).not.toMatch(/\son\w+=/i);
    expect(html).not.toMatch(/javascript:|data:/i);
  });

  test('refers only to files that were built', async () => {
    const html = await text('renderer', 'index.html');
    const files = await filesIn('renderer');
    const named = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
    for (const name of named) expect(files).toContain(path.normalize(name));
  });

  test('has no data: fonts, which the policy would refuse', async () => {
    const styles = (await filesIn('renderer')).filter((name) => name.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const name of styles) expect(await text('renderer', name)).not.toMatch(/data:|@import|https?:/);
  });
});

describe('the recogniser', () => {
  test('is a worker that needs no document, and names the files of its models, which are there', async () => {
    const files = await filesIn('renderer/assets');
    const workers = files.filter((name) => /^recogniser-worker-[\w-]{8}\.js$/.test(name));
    expect(workers).toHaveLength(1);
    const code = await text('renderer', 'assets', workers[0] ?? '');
    expect(code).not.toContain('createElement');
    const models = files.filter((name) => /^(?:dict|mdef|means|variances|sendump|transition_matrices)-/.test(name));
    expect(models).toHaveLength(12);
    for (const name of [...models, ...files.filter((file) => file.startsWith('soundswallower'))])
      expect(code).toContain(name);
  });

  test('has no file whose name Windows would change', async () => {
    for (const name of await filesIn('renderer')) expect(name).not.toMatch(/[. ]$/);
  });
});

/** Runs the built preload as a sandboxed window would: `require` knows only electron, and Node isn't available. */
async function preload() {
  type Exposed = Record<string, Record<string, (...words: unknown[]) => unknown>>;
  const exposed: Exposed = {};
  const invoked: unknown[][] = [];
  const listeners = new Map<string, ((event: object, payload: unknown) => void)[]>();
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Exposed[string]) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      invoke: (...words: unknown[]) => {
        invoked.push(words);
        return Promise.resolve('answer');
      },
      on: (channel: string, listener: (event: object, payload: unknown) => void) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      removeListener: (channel: string, listener: unknown) => {
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((other) => other !== listener),
        );
      },
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  runInNewContext(await text('preload', 'index.cjs'), { require, module: { exports: {} }, exports: {} });
  const emit = (channel: string, payload: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, payload);
  };
  return { exposed, invoked, emit };
}
