import { useEffect, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import type { CommandId } from '../../core/commands.ts';
import { setUpKeys } from '../keys.ts';
import { applyLook, lookOf } from '../look.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { useRunCommand, useView, WindowContext } from './program.ts';
import { Prompter } from './Prompter.tsx';
import { useFloat } from './use-float.ts';
import { useMedia } from './use-media.ts';

/** The prompter, in the page or in its floating window; keys and looks for both. */
export function App() {
  const capabilities = useView(({ app }) => app?.capabilities);
  const settings = useView(({ app }) => app?.settings);
  const float = useFloat(capabilities?.shell === 'browser');
  const floatWindow = float?.win ?? null;
  const wantsContrast = useMedia('(prefers-contrast: more)');
  const runCommand = useRunCommand();

  useLayoutEffect(() => {
    if (settings === undefined || capabilities === undefined) return;
    const look = lookOf(settings, capabilities, wantsContrast);
    for (const win of [window, floatWindow]) if (win !== null) applyLook(win.document, look);
  }, [settings, capabilities, wantsContrast, floatWindow]);

  useEffect(() => {
    // In a browser the window that can be shown and hidden is the floating one.
    const run = (command: CommandId): void =>
      command === 'toggle-prompter' && float !== null ? float.toggle() : runCommand(command);
    const ends = [window, floatWindow].filter((win) => win !== null).map((win) => setUpKeys(win, run));
    return () => {
      for (const end of ends) end();
    };
  });

  const prompter = (
    <WindowContext value={floatWindow ?? window}>
      <Prompter float={float} />
    </WindowContext>
  );
  if (float === null || floatWindow === null) return prompter;
  return (
    <>
      <Elsewhere bringBack={float.toggle} />
      {createPortal(prompter, floatWindow.document.body)}
    </>
  );
}
