import { useContext } from 'react';
import { commands, keyLabel, type CommandId, type ViewName } from '../../core/contract/commands.ts';
import { useRunCommand, ViewContext } from '../client/program-context.ts';
import { keepFocus } from './focus.ts';

const links: readonly { view: ViewName; command: CommandId; label: string }[] = [
  { view: 'prompter', command: 'show-prompter', label: 'Prompter' },
  { view: 'library', command: 'show-library', label: 'Library' },
  { view: 'rehearsal', command: 'rehearse', label: 'Rehearse' },
  { view: 'progress', command: 'show-progress', label: 'Progress' },
  { view: 'settings', command: 'show-settings', label: 'Settings' },
];

/** The views, at the top of each of them, in the same order; the present one is marked. */
export function Navigation() {
  const runCommand = useRunCommand();
  const tooltip = `${commands['show-help'].title} (${keyLabel('show-help')})`;
  return (
    <nav className="navigation" aria-label="Views">
      <ViewButtons />
      <button
        type="button"
        className="quiet"
        aria-label={commands['show-help'].title}
        title={tooltip}
        onMouseDown={keepFocus}
        onClick={() => runCommand('show-help')}
      >
        Keys
      </button>
    </nav>
  );
}

/** A button for each view; the present one is marked. */
export function ViewButtons() {
  const here = useContext(ViewContext);
  const runCommand = useRunCommand();
  return links.map(({ view, command, label }) => (
    <button
      key={view}
      type="button"
      className="quiet"
      aria-current={view === here ? 'page' : undefined}
      title={view === here ? undefined : `${commands[command].title} (${keyLabel(command)})`}
      onMouseDown={keepFocus}
      onClick={(event) => {
        // The view that opens has the focus, and its keys.
        event.currentTarget.blur();
        if (view !== here) runCommand(command);
      }}
    >
      {label}
    </button>
  ));
}
