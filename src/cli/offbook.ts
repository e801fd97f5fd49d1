import { doUsage } from './do-usage.ts';
import { findUsage } from './find-options.ts';
import { processIo, type Io } from './io.ts';
import { logUsage } from './log-options.ts';
import { pathsUsage } from './path-options.ts';
import { planUsage } from './plan-options.ts';
import { serveUsage } from './serve-options.ts';

interface Subcommand {
  usage: string;
  /** Loaded when it is asked for: listing a log needs no web server. */
  load: () => Promise<{ run: (args: readonly string[], io: Io) => Promise<number> }>;
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  '--do': { usage: doUsage, load: () => import('./do.ts') },
  find: { usage: findUsage, load: () => import('./find.ts') },
  inspect: { usage: pathsUsage, load: () => import('./inspect.ts') },
  lint: { usage: pathsUsage, load: () => import('./lint.ts') },
  log: { usage: logUsage, load: () => import('./log.ts') },
  plan: { usage: planUsage, load: () => import('./plan.ts') },
  serve: { usage: serveUsage, load: () => import('./serve.ts') },
};

// Whoever reads may stop early, as `head` does; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// `--do=ID` is `--do ID`.
const [name = '', ...args] = process.argv
  .slice(2)
  .flatMap((word) => (word.startsWith('--do=') ? ['--do', word.slice(5)] : [word]));
process.exitCode = await runSubcommand(name, args, processIo());

async function runSubcommand(name: string, args: readonly string[], io: Io): Promise<number> {
  const known = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (known !== undefined && asksForHelp(args)) {
    io.stdout.write(`Usage: offbook ${name} ${known.usage}\n`);
    return 0;
  }
  if (known !== undefined) return (await known.load()).run(args, io);
  const usages = Object.entries(subcommands).map(([each, { usage }]) => `  offbook ${each} ${usage}\n`);
  const usage = `Usage:\n${usages.join('')}`;
  if (asksForHelp([name])) {
    io.stdout.write(usage);
    return 0;
  }
  io.stderr.write(name === '' ? usage : `There is no subcommand "${name}".\n${usage}`);
  return 2;
}

/** What comes after "--" is text, even where it reads like an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((word) => word === '--help' || word === '-h');
}
