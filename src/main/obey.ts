import type { App } from '../services/app-types.ts';
import { reasonOf } from '../services/error-code.ts';
import type { Launch } from './launch.ts';
import type { Prompter } from './prompter-window.ts';

/** Does what a later start asks for; one that asks for nothing wants to see the prompter. */
export async function obey(launch: Launch, offbook: App, prompter: Pick<Prompter, 'show'>): Promise<void> {
  for (const problem of launch.problems) offbook.notify('error', problem);
  if (launch.command === null) prompter.show();
  else offbook.runCommand(launch.command);
  if (launch.stories === null) return;
  try {
    await offbook.handlers.openFolder({ path: launch.stories });
  } catch (error) {
    offbook.notify('error', `${launch.stories} could not be opened: ${reasonOf(error)}`);
  }
}
