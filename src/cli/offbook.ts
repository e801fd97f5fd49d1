import { findUsage } from './find-options.ts';
import { run as find } from './find.ts';
import { processIo, type Io } from './io.ts';
import { logUsage, run as log } from './log.ts';
import { planUsage } from './plan-options.ts';
import { run as plan } from './plan.ts';
import { run as serve } from './serve.ts';
import { serveUsage } from './serve-options.ts';

/** A subcommand: how it is called, and what carries it out and gives the exit code. */
interface Subcommand {
  usage: string;
  run: (args: readonly string[], io: Io) => Promise<number>;
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  find: { usage: `find ${findUsage}`, run: find },
  log: { usage: `log ${logUsage}`, run: log },
  plan: { usage: `plan ${planUsage}`, run: plan },
  serve: { usage: `serve ${serveUsage}`, run: serve },
};

// Whoever reads may stop early, as `head` does; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await runSubcommand(name, args, processIo());

async function runSubcommand(name: string, args: readonly string[], io: Io): Promise<number> {
  const known = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (known !== undefined) return known.run(args, io);
  const usages = Object.values(subcommands).map(({ usage }) => `  offbook ${usage}`);
  const asked = name === '' || name === '--help' || name === '-h';
  const what = asked ? '' : `There is no subcommand "${name}".\n`;
  io.stderr.write(`${what}Usage:\n${usages.join('\n')}\n`);
  return 2;
}
