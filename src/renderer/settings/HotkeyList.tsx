import { useState } from 'react';
import { flushSync } from 'react-dom';
import { commands, type CommandId } from '../../core/contract/commands.ts';
import { HotkeyLine, recorderId } from './HotkeyLine.tsx';
import { useSettingsContext } from './settings-context.ts';

interface HotkeyListProps {
  /** The commands that a search found, all without one. */
  commands: readonly CommandId[];
  isSearching: boolean;
}

/** A line for each command with a global hotkey, or that a search found; others can be added. */
export function HotkeyList({ commands: found, isSearching }: HotkeyListProps) {
  const { hotkeys } = useSettingsContext().app.settings;
  const hasHotkey = (command: CommandId): boolean => (hotkeys[command] ?? null) !== null;
  /** Lines stay while this is open, so that a hotkey turned off by mistake can be reset. */
  const [kept, setKept] = useState<ReadonlySet<CommandId>>(() => new Set(found.filter(hasHotkey)));
  const isShown = (command: CommandId): boolean => isSearching || kept.has(command) || hasHotkey(command);
  const others = found.filter((command) => !isShown(command));
  const add = (command: CommandId | undefined): void => {
    if (command === undefined) return;
    flushSync(() => setKept(new Set([...kept, command])));
    document.getElementById(recorderId(command))?.focus();
  };
  return (
    <>
      <ul aria-label="Hotkeys by command">
        {found.filter(isShown).map((command) => (
          <HotkeyLine key={command} command={command} />
        ))}
      </ul>
      {others.length > 0 && (
        <select
          className="field choice hotkey-add"
          aria-label="Add a hotkey"
          value=""
          onChange={({ target }) => add(others.find((command) => command === target.value))}
        >
          <option value="">+ Add a hotkey…</option>
          {others.map((command) => (
            <option key={command} value={command}>
              {commands[command].title}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
