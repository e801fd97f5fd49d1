import type { CommandId } from '../core/contract/commands.ts';
import type { OffbookApp } from '../services/base/program.ts';
import { describeError } from '../services/base/system-error.ts';
import type { LaunchRequest } from './launch.ts';
import type { PrompterWindow } from './windows/prompter-window.ts';

/** Does what a later start asks for. One that asks for nothing wants to see the prompter. */
export async function obey(
  launch: LaunchRequest,
  offbook: OffbookApp,
  prompter: Pick<PrompterWindow, 'show'>,
): Promise<void> {
  for (const problem of launch.problems) offbook.notify('error', problem);
  if (launch.command === null) prompter.show();
  if (launch.stories !== null) await open(launch.stories, offbook);
  if (launch.command !== null) runWhenRead(launch.command, offbook);
}

async function open(stories: string, offbook: OffbookApp): Promise<void> {
  try {
    await offbook.handlers.openFolder({ path: stories });
  } catch (error) {
    offbook.notify('error', `${stories} couldn’t be opened: ${describeError(error)}`);
  }
}

/** Runs a command as soon as the stories are loaded: before that, it would have nothing to act on. */
export function runWhenRead(command: CommandId, offbook: OffbookApp): void {
  if (offbook.state().library.status === 'ready') return offbook.runCommand(command);
  const stop = offbook.on('libraryChanged', ({ status }) => {
    if (status !== 'ready') return;
    stop();
    // The library reports that it is ready before its first story is shown.
    queueMicrotask(() => offbook.runCommand(command));
  });
}
