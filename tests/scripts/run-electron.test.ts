import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../src/cli/project-root.ts';
import { runElectron, whyFailed } from '../../scripts/start/run-electron.ts';

describe('why a start failed', () => {
  test("is Electron's own sentence without its time stamp", () => {
    const printed =
      '[1234:0101/000000.000000:WARNING:vaapi.cc(1)] something small\n' +
      '[1234:0101/000000.000000:FATAL:ozone_platform_x11.cc(250)] Missing X server or $DISPLAY\n';
    expect(whyFailed(null, 'SIGTRAP', printed)).toBe('ended by SIGTRAP: Missing X server or $DISPLAY');
    expect(whyFailed(127, null, 'electron: error while loading shared libraries: libgtk-3.so.0\n')).toBe(
      'ended with 127: electron: error while loading shared libraries: libgtk-3.so.0',
    );
  });

  test('is what to do where Ubuntu keeps Electron from making a sandbox', async () => {
    const printed =
      '[1234:0101/000000.000000:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is ' +
      'not configured correctly. Rather than run without sandboxing I’m aborting now.\n';
    const why = whyFailed(null, 'SIGTRAP', printed);
    expect(why).toContain('sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0');
    expect(why).not.toContain('chown');
    expect(await readFile(path.join(projectRoot, 'README.md'), 'utf8')).toContain('profile offbook-electron');
  });

  test('is how it ended if it printed nothing', () => {
    expect(whyFailed(1, null, '\n')).toBe('ended with 1');
  });
});

describe.skipIf(process.platform === 'win32')('running', () => {
  let folder: string;
  let executable: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'offbook-electron-run-'));
    executable = path.join(folder, 'electron');
    onTestFinished(() => rm(folder, { recursive: true }));
  });

  const script = async (text: string) => {
    await writeFile(executable, `#!/bin/sh\n${text}\n`);
    await chmod(executable, 0o755);
  };

  test('passes on the arguments unchanged, but not the variable that would make it plain Node', async () => {
    await script('for word in "$@" "[$ELECTRON_RUN_AS_NODE]"; do echo "$word"; done > "${0%/*}/words"');
    const args = ['/home/ada/offbook', '--stories', '/home/ada/my stories'];
    expect(await runElectron(executable, args, { ...process.env, ELECTRON_RUN_AS_NODE: '1' })).toEqual({ code: 0 });
    const words = await readFile(path.join(folder, 'words'), 'utf8');
    expect(words.trimEnd().split('\n')).toEqual([...args, '[]']);
  });

  test('a failure at once gives its reason', async () => {
    await script('echo "Running as root without --no-sandbox is not supported." >&2; exit 1');
    const failed = 'ended with 1: Running as root without --no-sandbox is not supported.';
    expect(await runElectron(executable, [], process.env)).toEqual({ failed });
  });

  test('a crash at once gives the signal', async () => {
    await script('kill -TRAP $$');
    expect(await runElectron(executable, [], process.env)).toEqual({ failed: 'ended by SIGTRAP' });
  });

  test('a program stopped at once hasn’t failed', async () => {
    await script('kill -INT $$');
    expect(await runElectron(executable, [], process.env)).toEqual({ code: 1 });
  });

  /** Runs a program in Node as Electron would, and sends this process's listeners a signal, as a terminal does. */
  const stopped = async (program: string, signals: number) => {
    await script(`exec '${process.execPath}' "$@"`);
    const running = runElectron(executable, ['--eval', program], process.env);
    const started = path.join(folder, 'started');
    while (!existsSync(started)) await wait(20);
    for (let sent = 0; sent < signals; sent += 1) {
      if (sent > 0) await wait(700);
      process.emit('SIGINT', 'SIGINT');
      // npm passes the terminal's signal on.
      process.emit('SIGINT', 'SIGINT');
    }
    return running;
  };
  const saysStarted = () => `require('node:fs').writeFileSync('${path.join(folder, 'started')}', '');`;

  test('asks it to quit at Ctrl+C, by a message, so that it saves on Windows too', async () => {
    const program = `process.on('message', (message) => setTimeout(() => {
        require('node:fs').writeFileSync('${path.join(folder, 'saved')}', message);
        process.exit(0);
      }, 200));
      process.on('SIGINT', () => process.exit(7));
      ${saysStarted()}`;
    expect(await stopped(program, 1)).toEqual({ code: 0 });
    expect(await readFile(path.join(folder, 'saved'), 'utf8')).toBe('quit');
  });

  test('ends it at a second Ctrl+C if it hangs', async () => {
    expect(await stopped(`setInterval(() => {}, 1000); ${saysStarted()}`, 2)).toEqual({ code: 1 });
  });

  test('a missing executable gives the reason', async () => {
    expect(await runElectron(path.join(folder, 'missing'), [], process.env)).toEqual({
      failed: expect.stringContaining('ENOENT'),
    });
  });
});
