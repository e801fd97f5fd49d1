import { useState, type DragEvent } from 'react';
import { showError, showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';

const noPath =
  'A browser doesn’t tell where a dropped file lies. Press “Folders” and type its path, or drop it on the desktop program.';

/** Lets files and folders be dropped on an element: they are read from then on. What comes in by it is awaited, so that it is shown. */
export function useDrop(awaitNew: (awaits: boolean) => void) {
  const { bridge, store, pathOf } = useProgram();
  const [isOver, setOver] = useState(false);
  const drop = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const path = pathOf(file);
      if (path === null) {
        showError(store, noPath);
        return;
      }
      awaitNew(true);
      const result = await bridge.addFolder({ path });
      showFailure(store, result);
      if (!result.ok) awaitNew(false);
    }
  };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        // Going over an element inside leaves the one around it too.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        setOver(false);
        void drop([...event.dataTransfer.files]);
      },
    },
  };
}
