import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  fetchElectron,
  fetchSentence,
  proxyVariable,
  type FetchProgress,
} from '../../scripts/start/electron-runtime.ts';
import { projectRoot } from '../../src/cli/project-root.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offbook-runtime-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const put = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
  return path.join(folder, file);
};

const ignore = () => {};

describe('downloading the runtime', () => {
  test('works when the installer does', async () => {
    await put('install.js', "require('node:fs').writeFileSync('path.txt', 'electron')");
    expect(await fetchElectron(folder, process.env, ignore)).toBeNull();
    expect(await readFile(path.join(folder, 'path.txt'), 'utf8')).toBe('electron');
  });

  test('says why not, in the words of the error', async () => {
    await put('install.js', "fetch('http://127.0.0.1:1').catch((e) => { console.error(e.stack); process.exit(1); })");
    expect(await fetchElectron(folder, process.env, ignore)).toBe('fetch failed');
    await put('install.js', "console.error('Electron builds are not available'); process.exit(1)");
    expect(await fetchElectron(folder, process.env, ignore)).toBe('Electron builds are not available');
  });

  test('is cancelled if nothing arrives, and leaves nothing behind', async () => {
    await put(
      'install.js',
      `const { tmpdir } = require('node:os');
       require('node:fs').writeFileSync('place', tmpdir());
       setInterval(() => {}, 1000);`,
    );
    expect(await fetchElectron(folder, process.env, ignore, { idleMs: 1500, lookAgainMs: 20 })).toBe(
      'nothing arrived for 1.5 seconds',
    );
    const place = await readFile(path.join(folder, 'place'), 'utf8');
    expect(place).not.toBe(tmpdir());
    expect(existsSync(place)).toBe(false);
  });

  test('may take long while something arrives or is unpacked', async () => {
    // From an attempt that was interrupted.
    await put(path.join('dist', 'half'), 'a'.repeat(1000));
    await put(
      'install.js',
      `const { appendFileSync, mkdirSync } = require('node:fs');
       const { join } = require('node:path');
       const folder = join(require('node:os').tmpdir(), 'download');
       mkdirSync(folder);
       mkdirSync('dist', { recursive: true });
       let parts = 0;
       setInterval(() => {
         parts += 1;
         appendFileSync(parts < 10 ? join(folder, 'electron.zip') : join('dist', 'electron'), 'part');
         if (parts === 35) process.exit(0);
       }, 100);`,
    );
    const seen: FetchProgress[] = [];
    const limits = { idleMs: 2000, lookAgainMs: 20 };
    expect(await fetchElectron(folder, process.env, (now) => seen.push(now), limits)).toBeNull();
    expect(seen.map(({ downloaded }) => downloaded)).toContain(9 * 'part'.length);
    expect(seen.find(({ downloaded }) => downloaded > 0)?.unpacked).toBe(0);
    expect(seen.some(({ unpacked, idleMs }) => unpacked > 20 * 'part'.length && idleMs === 0)).toBe(true);
  });

  test('goes through the proxy that the environment names, unless that is switched off', async () => {
    const asked: string[] = [];
    const proxy = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void proxy.close());
    proxy.on('connect', ({ url }, socket: Socket) => {
      asked.push(url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const get = path.join(projectRoot, 'node_modules', '@electron', 'get', 'dist', 'index.js');
    await put(
      'install.js',
      `const { downloadArtifact } = require(${JSON.stringify(get)});
       downloadArtifact({ version: '1.0.0', artifactName: 'electron', cacheRoot: __dirname, checksums: { none: '' } })
         .catch((error) => { console.error(error.stack); process.exit(1); });`,
    );
    const { NO_PROXY: _, no_proxy: __, ELECTRON_GET_USE_PROXY: ___, ...plain } = process.env;
    const env = {
      ...plain,
      ELECTRON_MIRROR: 'https://electron.invalid/',
      https_proxy: `http://127.0.0.1:${port}`,
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
    };
    expect(await fetchElectron(folder, env, ignore)).toBe('fetch failed');
    expect(asked).toEqual(['electron.invalid:443']);
    expect(await fetchElectron(folder, { ...env, ELECTRON_GET_USE_PROXY: '' }, ignore)).toBe('fetch failed');
    expect(asked).toHaveLength(1);
  });
});

test('a proxy is known by its variable', () => {
  expect(proxyVariable({})).toBeNull();
  expect(proxyVariable({ HTTPS_PROXY: '' })).toBeNull();
  expect(proxyVariable({ HTTP_PROXY: 'http://proxy:80', HTTPS_PROXY: 'http://proxy:81' })).toBe('HTTPS_PROXY');
  expect(proxyVariable({ http_proxy: 'http://proxy:80' })).toBe('http_proxy');
});

test.each([
  [{ downloaded: 0, unpacked: 0, idleMs: 2000 }, '0 of about 110 MB. This happens only once.'],
  [{ downloaded: 41_600_000, unpacked: 0, idleMs: 0 }, '42 of about 110 MB. This happens only once.'],
  [{ downloaded: 7, unpacked: 0, idleMs: 12_000 }, 'only once. Nothing has arrived for 12 seconds.'],
  [{ downloaded: 110_000_000, unpacked: 1, idleMs: 4000 }, 'Unpacking Electron’s runtime.'],
])('a download at %j says how far it is', (progress, sentence) => {
  expect(fetchSentence(progress).endsWith(sentence)).toBe(true);
});
