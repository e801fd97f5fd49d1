import type { Problem, Severity } from '../../core/stories/model.ts';
import { useOpenInEditor } from './use-open-in-editor.ts';
import { counted, withoutTitle } from '../ui/format/story.ts';

const names: Readonly<Record<Exclude<Severity, 'hint'>, string>> = { error: 'Error', warning: 'Problem' };

/** What is doubtful in a story and what to do about it; a line leads to it in the editor. */
export function StoryProblems({ problems, title }: { problems: readonly Problem[]; title: string }) {
  const openInEditor = useOpenInEditor();
  const hints = problems.filter(({ severity }) => severity === 'hint').length;
  const said = [
    problems.length > hints ? counted(problems.length - hints, 'problem') : null,
    hints > 0 ? counted(hints, 'hint') : null,
  ].filter((part) => part !== null);
  return (
    <section className="doubts" aria-label="Problems">
      <output className="doubts-said">{said.join(', ')}</output>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ file, line, severity, code, message }) => (
            <li key={`${code} ${line} ${message}`} data-severity={severity}>
              {severity !== 'hint' && <b>{names[severity]}. </b>}
              {withoutTitle(message, title)}
              {line !== null && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="line-link num"
                    title="Open in editor at this line"
                    onClick={() => openInEditor(file, line)}
                  >
                    Line {line}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
