import { useContext } from 'react';
import { withOwnTarget } from '../../core/prompter/target.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { copyText } from '../client/clipboard.ts';
import { showError, showFailure } from '../client/store.ts';
import { FloatingContext, useProgram, useRunCommand } from '../client/program-context.ts';

/** What the prompter can show of a story. */
interface Wanted {
  id: string;
  variant?: number | null;
  alternate?: number | null;
}

/** Opens a story on the prompter and shows the prompter, unless it floats in sight already. */
export function usePrompt(): (wanted: Wanted) => void {
  const { bridge, store } = useProgram();
  const runCommand = useRunCommand();
  const isFloating = useContext(FloatingContext);
  const prompt = async ({ id, variant = null, alternate = null }: Wanted): Promise<void> => {
    const result = await bridge.openStory({ id, variant, alternate });
    showFailure(store, result);
    if (result.ok && !isFloating) runCommand('show-prompter');
  };
  return (wanted) => void prompt(wanted);
}

/** Gives a story or a variant (see `targetKey`) a time of its own, in milliseconds; null takes it away. */
export function useOwnTime(settings: Pick<Settings, 'storyTargets'>): (key: string, targetMs: number | null) => void {
  const { bridge, store } = useProgram();
  return (key, targetMs) => {
    const storyTargets = withOwnTarget(settings, key, targetMs);
    void bridge.changeSettings({ storyTargets }).then((result) => showFailure(store, result));
  };
}

/** Opens a file of the library at a line, in the person’s editor. If that fails, its path can be copied. */
export function useOpenInEditor(): (file: string, line: number) => void {
  const { bridge, store } = useProgram();
  const open = async (file: string, line: number): Promise<void> => {
    const result = await bridge.openInEditor({ file, line });
    if (!result.ok) showError(store, result.error, [{ type: 'copy-path', path: file }]);
  };
  return (file, line) => void open(file, line);
}

/** Copies text, and says so with `done`; or says that it didn’t work. To be called from a click or a key. */
export function useCopy(): (text: string, done: string) => void {
  const { store } = useProgram();
  return (text, done) => {
    if (copyText(text)) store.setState({ outcome: { tone: 'info', text: done } });
    else showError(store, 'The system didn’t take the text. Select the rows with the mouse and copy them.');
  };
}
