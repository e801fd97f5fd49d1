import { commands, type CommandId, type ShowingCommand } from '../../core/contract/commands.ts';
import { changeByStep, endOffer } from '../../core/prompter/prompter-commands.ts';
import type { SizeCommand } from '../../core/prompter/window-sizes.ts';
import { hostRunner, type HostCommand } from '../../core/rehearsal/rehearsal-on-prompter.ts';
import type { Program } from '../rehearsal/program.ts';

type Runner = (program: Program) => void;

/** Runs a command. While a rehearsal is on the prompter, the prompter’s commands act on that. */
export function runCommand(program: Program, id: CommandId): void {
  const { shows } = commands[id];
  endOffer(id, program);
  if (shows !== undefined) return program.showView(shows);
  const runners: Partial<Record<CommandId, Runner>> = programRunners;
  const run = hostRunner(id, program) ?? runners[id];
  run?.(program);
}

/**
 * What each command does that only the program can run; the others are in core (`prompterRunners`, `rehearsalRunners`),
 * where a page that lost the program runs them as well. A command without a runner doesn’t compile.
 */
const programRunners: Record<Exclude<CommandId, ShowingCommand | HostCommand>, Runner> = {
  'more-opaque': (program) => stepOpacity(program, 1),
  'less-opaque': (program) => stepOpacity(program, -1),
  'toggle-top': (program) => {
    if (!program.shell.capabilities().alwaysOnTop) {
      return program.info('Keeping a window on top needs the desktop app. Here, float the prompter instead.');
    }
    const alwaysOnTop = !program.settings().alwaysOnTop;
    program.changeSettings({ alwaysOnTop });
    program.info(alwaysOnTop ? 'The prompter stays on top.' : 'Other windows can cover the prompter.', 'alwaysOnTop');
  },
  'toggle-prompter': (program) => {
    const cannot = program.shell.togglePrompter();
    if (cannot !== null) program.info(cannot);
  },
  'to-camera': (program) => {
    const cannot = program.shell.moveUnderCamera();
    if (cannot !== null) program.info(cannot);
  },
  'toggle-line': (program) => resize(program, 'toggle-line'),
  'next-size': (program) => resize(program, 'next-size'),
  'toggle-click-through': (program) => program.info(program.shell.toggleClickThrough()),
  'undo-setting': (program) => program.info(program.undoSettings() ?? 'No settings change to undo.'),
  'report-problem': (program) => program.reportProblem(),
};

function resize(program: Program, command: SizeCommand): void {
  const cannot = program.shell.resizePrompter(command);
  if (cannot !== null) program.info(cannot);
}

function stepOpacity(program: Program, direction: 1 | -1): void {
  if (program.shell.capabilities().opacity) return changeByStep(program, 'opacity', direction);
  program.info('Transparency needs the desktop app. A browser window is always opaque.');
}
