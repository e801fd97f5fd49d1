import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { fetchElectron } from '../../scripts/start/electron-runtime.ts';

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

describe('downloading the runtime', () => {
  test('works when the installer does', async () => {
    await put('install.js', "require('node:fs').writeFileSync('path.txt', 'electron')");
    expect(await fetchElectron(folder, process.env)).toBeNull();
    expect(await readFile(path.join(folder, 'path.txt'), 'utf8')).toBe('electron');
  });

  test('says why not, in the words of the error', async () => {
    await put('install.js', "fetch('http://127.0.0.1:1').catch((e) => { console.error(e.stack); process.exit(1); })");
    expect(await fetchElectron(folder, process.env)).toBe('fetch failed');
    await put('install.js', "console.error('Electron builds are not available'); process.exit(1)");
    expect(await fetchElectron(folder, process.env)).toBe('Electron builds are not available');
  });

  test('is cancelled if nothing arrives, and leaves nothing behind', async () => {
    await put(
      'install.js',
      `const { tmpdir } = require('node:os');
       require('node:fs').writeFileSync('place', tmpdir());
       setInterval(() => {}, 1000);`,
    );
    expect(await fetchElectron(folder, process.env, { idleMs: 1500, lookAgainMs: 20 })).toBe(
      'nothing arrived for 1.5 seconds',
    );
    const place = await readFile(path.join(folder, 'place'), 'utf8');
    expect(place).not.toBe(tmpdir());
    expect(existsSync(place)).toBe(false);
  });

  test('may take long while something arrives or is unpacked', async () => {
    await put(
      'install.js',
      `const { appendFileSync, mkdirSync } = require('node:fs');
       const { join } = require('node:path');
       const folder = join(require('node:os').tmpdir(), 'download');
       mkdirSync(folder);
       mkdirSync('dist');
       let parts = 0;
       setInterval(() => {
         parts += 1;
         appendFileSync(parts < 10 ? join(folder, 'electron.zip') : join('dist', 'electron'), 'part');
         if (parts === 35) process.exit(0);
       }, 100);`,
    );
    expect(await fetchElectron(folder, process.env, { idleMs: 2000, lookAgainMs: 20 })).toBeNull();
  });
});
