import { commands } from '../../core/contract/commands.ts';
import type { Ability } from '../../core/contract/contract.ts';
import { useDesk } from './settings-context.ts';
import { abilitiesTitle } from './shown-rows.ts';

/** A sign and a word, so that the state is told by more than colour. */
const states = {
  yes: { sign: '✓', word: 'Works' },
  partly: { sign: '◐', word: 'Partly' },
  unproved: { sign: '?', word: 'Unproved' },
  no: { sign: '✕', word: 'No' },
} as const satisfies Record<Ability['state'], { sign: string; word: string }>;

/** What of all this really works on this computer, told honestly. */
export function AbilityPanel({ abilities }: { abilities: readonly Ability[] }) {
  const { app, actions } = useDesk();
  return (
    <section className="settings-group" aria-labelledby="group-abilities">
      <h2 id="group-abilities" tabIndex={-1}>
        {abilitiesTitle}
      </h2>
      <p className="setting-help">
        {app.capabilities.shell === 'browser'
          ? 'Offbook runs in a browser here. A browser tab can’t do all that the desktop program can.'
          : 'Found out on this computer; where that can’t be found out, it says so.'}
      </p>
      <ul className="abilities" aria-label={abilitiesTitle}>
        {abilities.map(({ id, title, state, text }) => (
          <li key={id} className="ability" data-state={state}>
            <span className="ability-state">
              <span aria-hidden="true">{states[state].sign}</span> {states[state].word}
            </span>
            <span className="ability-title">{title}</span>
            <span className="ability-text">{text}</span>
          </li>
        ))}
      </ul>
      <p className="ability-report">
        <button type="button" className="button" title="offbook --do report-problem" onClick={actions.reportProblem}>
          {commands['report-problem'].title}
        </button>
        <span className="setting-help">
          Writes versions, abilities, settings and the log’s last lines to a file, without your stories’ texts and
          titles, for you to read and pass on. Nothing is sent.
        </span>
      </p>
    </section>
  );
}
