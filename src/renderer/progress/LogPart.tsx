import type { PracticeLogState } from '../../core/rehearsal/state.ts';
import { counted } from '../ui/format/story.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { logWarnings } from './log-warnings.ts';

/** Where the runs are saved, and what is wrong with the file. */
export function LogPart({ log }: { log: PracticeLogState }) {
  const { bridge, store } = useProgram();
  const { file, runs, pending, problems, unreadable } = log;
  const warnings = logWarnings(log);
  return (
    <section className="progress-part log" aria-labelledby="progress-log">
      <h2 id="progress-log">The log</h2>
      <div className="log-place">
        <p>
          {runs === 0 ? 'The first run will be saved in' : `${counted(runs, 'run')} in`} <code dir="ltr">{file}</code>
        </p>
        {runs > 0 && (
          <button
            type="button"
            className="button"
            title="In your editor, or in the system’s app for it"
            onClick={() => void bridge.openLog(undefined).then((result) => showFailure(store, result))}
          >
            Open the log
          </button>
        )}
      </div>
      {warnings.length > 0 && (
        <ul className="findings" aria-label="What is wrong with the log" role={pending > 0 ? 'alert' : undefined}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <details className="chart-table">
          <summary>Lines that can’t be read</summary>
          <ul className="log-lines num">
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {line !== null && <b>Line {line}. </b>}
                {message}
              </li>
            ))}
          </ul>
          {unreadable > problems.length && (
            <p className="part-note">
              The first {problems.length} of {unreadable}.
            </p>
          )}
        </details>
      )}
    </section>
  );
}
