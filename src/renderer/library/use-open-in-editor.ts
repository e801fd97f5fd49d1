import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';

/** Opens a file of the library at a line, in the person's editor. */
export function useOpenInEditor(): (file: string, line: number) => void {
  const { bridge, store } = useProgram();
  return (file, line) => void bridge.openInEditor({ file, line }).then((result) => showFailure(store, result));
}
