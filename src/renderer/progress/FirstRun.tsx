import { useRunCommand } from '../client/program-context.ts';

/** What to do first, while the log is empty. */
export function FirstRun() {
  const runCommand = useRunCommand();
  return (
    <section className="progress-part first-run" aria-label="What to do first">
      <p>
        Rehearse a story once, out loud and against the clock. Then this page shows how long each section took, when the
        story is due again, and which competencies have no story yet.
      </p>
      <button type="button" className="button" data-main="true" onClick={() => runCommand('rehearse')}>
        Rehearse
      </button>
    </section>
  );
}
