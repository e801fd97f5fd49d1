import type { ReactNode } from 'react';
import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { useRunCommand } from '../client/program-context.ts';

/** A key, what it does, and whether it makes sense at the moment. */
export interface KeyHint {
  command: CommandId;
  words: string;
  /** What stands for the key; the command's own unless given. */
  keys?: string;
}

/** The keys that work now, which are buttons too. */
export function KeyLine({ hints, children }: { hints: readonly KeyHint[]; children?: ReactNode }) {
  const runCommand = useRunCommand();
  return (
    <div className="key-line" role="toolbar" aria-label="Keys">
      {hints.map(({ command, words, keys }) => (
        <button
          key={command}
          type="button"
          title={commands[command].title}
          onMouseDown={keepFocus}
          onClick={() => runCommand(command)}
        >
          <kbd aria-hidden="true">{keys ?? keyLabel(command)}</kbd> <span className="key-words">{words}</span>
        </button>
      ))}
      {children}
    </div>
  );
}

/** A clicked button would take the focus, and Space would then press it again instead of marking a section. */
export function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
