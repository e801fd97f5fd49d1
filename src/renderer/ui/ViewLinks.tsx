import { useContext } from 'react';
import { commands, keyLabel, type CommandId, type ViewName } from '../../core/contract/commands.ts';
import { useRunCommand, ViewContext } from '../client/program-context.ts';

interface Link {
  view?: ViewName;
  command: CommandId;
  label: string;
}

const links: readonly Link[] = [
  { view: 'prompter', command: 'show-prompter', label: 'Prompter' },
  { view: 'library', command: 'show-library', label: 'Library' },
  { view: 'rehearsal', command: 'rehearse', label: 'Rehearse' },
  { view: 'progress', command: 'show-progress', label: 'Progress' },
  { view: 'settings', command: 'show-settings', label: 'Settings' },
];

const keys: Link = { command: 'show-help', label: 'Keys' };

interface ViewLinksProps {
  className: string;
  /** With a link to all keys, for a view without another one. */
  withKeys?: boolean;
}

/** Links to the other views, in the same order everywhere. */
export function ViewLinks({ className, withKeys = false }: ViewLinksProps) {
  const here = useContext(ViewContext);
  const runCommand = useRunCommand();
  return (
    <nav className={className} aria-label="Other views">
      {[...links, ...(withKeys ? [keys] : [])]
        .filter(({ view }) => view !== here)
        .map(({ command, label }) => (
          <button
            key={command}
            type="button"
            className="quiet"
            aria-label={commands[command].title}
            title={`${commands[command].title} (${keyLabel(command)})`}
            onClick={() => runCommand(command)}
          >
            {label}
          </button>
        ))}
    </nav>
  );
}
