import { spawn, type ChildProcess } from 'node:child_process';
import { onQuitSignals } from '../../src/cli/quit-signals.ts';
import { quitRequest } from '../../src/main/launch.ts';

/** If Electron fails this early, it never showed its window: a library, a display or its sandbox is missing. */
const earlyMs = 5000;

/** It ran and ended with this code; or it failed at once, and why. */
export type ElectronRun = { code: number } | { failed: string };

/**
 * Runs Electron until it quits, and asks it to quit when this process is to. What it prints on stderr is held back for
 * the first seconds, since only the reason of a failed start matters.
 */
export function runElectron(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<ElectronRun> {
  const { ELECTRON_RUN_AS_NODE: _, ...electronEnv } = env;
  const startMs = performance.now();
  const child = spawn(executable, args, {
    // On Windows, Ctrl+C would end it at once if it shared this console.
    env: { ...electronEnv, ELECTRON_NO_ATTACH_CONSOLE: '1' },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let held = '';
  let holding = true;
  const letGo = () => {
    holding = false;
    process.stderr.write(held);
  };
  const timer = setTimeout(letGo, earlyMs);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (holding) held += text;
    else process.stderr.write(text);
  });
  const stopListening = onQuitSignals(
    () => askToQuit(child),
    (signal) => child.kill(signal),
  );
  return new Promise((resolve) => {
    const end = (run: ElectronRun) => {
      clearTimeout(timer);
      stopListening();
      resolve(run);
    };
    child.on('error', (error) => end({ failed: error.message }));
    child.on('close', (code, signal) => {
      const early = performance.now() - startMs < earlyMs;
      if (early && !endedWell(code, signal)) return end({ failed: whyFailed(code, signal, held) });
      if (holding) letGo();
      end({ code: code ?? 1 });
    });
  });
}

/** Whoever stops it at once with Ctrl+C doesn't want it in the browser instead. */
function endedWell(code: number | null, signal: NodeJS.Signals | null): boolean {
  return code === 0 || signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP';
}

/** Ubuntu allows namespaces, and with them the sandbox, only to programs with an AppArmor profile (electron#41066). */
const noNamespaces =
  'Ubuntu keeps programs without an AppArmor profile from making a sandbox; ' +
  '“sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0” allows it until the next restart, ' +
  'and the README has a profile that lasts';

/** Electron's own words without time stamp and source position, or else how it ended. */
export function whyFailed(code: number | null, signal: NodeJS.Signals | null, printed: string): string {
  if (printed.includes('SUID sandbox helper')) return noNamespaces;
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.find((line) => /fatal|error/i.test(line)) ?? lines.at(-1);
  const how = code === null ? `ended by ${signal}` : `ended with ${code}`;
  return telling === undefined ? how : `${how}: ${telling.replace(/^\[[^\]]*\]\s*/, '').trim()}`;
}

/**
 * By a message: on Windows a signal ends a process at once, and elsewhere the terminal sends Ctrl+C to Electron as well,
 * which quits at the first one and ends at once at a second.
 */
function askToQuit(child: ChildProcess): void {
  // It may be gone already.
  if (child.connected) child.send(quitRequest, () => undefined);
  else child.kill();
}
