import type { ReactNode } from 'react';
import { commands, keyLabel, type CommandId } from '../../core/contract/commands.ts';
import { useRunCommand } from '../client/program-context.ts';
import { keepFocus } from '../ui/focus.ts';

/** A key and what it does. */
export interface KeyHint {
  command: CommandId;
  words: string;
  /** How the key is written; the command’s own label unless given. */
  keys?: string;
}

/** The keys that work now; each is a button as well. */
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
