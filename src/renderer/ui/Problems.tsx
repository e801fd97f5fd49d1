import { isFolderProblem, folderFixes } from '../client/status-messages.ts';
import { Panel } from './Panel.tsx';
import { useView } from '../client/program-context.ts';
import { RemarkButtons } from './RemarkButtons.tsx';

/** Every broken file or folder, with its line if known, what to do, and the buttons that fix a folder. */
export function Problems() {
  const problems = useView(({ app }) => app?.library.problems ?? none);
  return (
    <Panel title="Problems">
      <ul className="problems">
        {problems.map(({ file, line, message }, index) => (
          <li key={index}>
            <span className="problem-place">{line === null ? file : `${file}:${line}`}</span>
            {message}
          </li>
        ))}
      </ul>
      {problems.some(isFolderProblem) && (
        <div className="actions">
          <RemarkButtons actions={folderFixes} />
        </div>
      )}
      {problems.length === 0 && <p>All files can be read now.</p>}
    </Panel>
  );
}

const none: never[] = [];
