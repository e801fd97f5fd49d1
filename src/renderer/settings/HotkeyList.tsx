import type { CommandId } from '../../core/contract/commands.ts';
import { HotkeyLine } from './HotkeyLine.tsx';

/** A line for each command: its key inside Offbook, and the hotkey that works everywhere. */
export function HotkeyList({ commands }: { commands: readonly CommandId[] }) {
  return (
    <ul className="hotkeys" aria-label="Hotkeys by command">
      {commands.map((command) => (
        <HotkeyLine key={command} command={command} />
      ))}
    </ul>
  );
}
