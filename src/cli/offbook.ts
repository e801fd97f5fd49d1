import { processIo, type Io } from './io.ts';
import { usages, type SubcommandName } from './options.ts';

interface Subcommand {
  run: (args: readonly string[], io: Io) => Promise<number>;
}

/** Each is loaded only when it is run: listing a log needs no web server. */
const subcommands: Readonly<Record<SubcommandName, () => Promise<Subcommand>>> = {
  '--do': () => import('./do.ts'),
  find: () => import('./find.ts'),
  inspect: () => import('./inspect.ts'),
  lint: () => import('./lint.ts'),
  log: () => import('./log.ts'),
  outline: () => import('./outline.ts'),
  plan: () => import('./plan.ts'),
  serve: () => import('./serve.ts'),
};

// A reader may stop early, as `head` does. That isn't an error.
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
  if (isSubcommand(name)) {
    if (!asksForHelp(args)) return (await subcommands[name]()).run(args, io);
    io.stdout.write(`Usage: offbook ${name} ${usages[name]}\n`);
    return 0;
  }
  const lines = Object.entries(usages).map(([each, usage]) => `  offbook ${each} ${usage}\n`);
  const usage = `Usage:\n${lines.join('')}`;
  if (asksForHelp([name])) {
    io.stdout.write(usage);
    return 0;
  }
  io.stderr.write(name === '' ? usage : `There isn’t a subcommand “${name}”.\n${usage}`);
  return 2;
}

function isSubcommand(name: string): name is SubcommandName {
  return Object.hasOwn(subcommands, name);
}

/** What follows `--` is text, even if it reads like an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((word) => word === '--help' || word === '-h');
}
