import { memo } from 'react';
import { counted } from '../ui/format/story.ts';
import { lastWords, type MatrixLine, type MatrixTable } from './matrix-table.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { useShown } from '../ui/use-show-more.ts';

/** A thousand stories by hundreds of competencies are more cells than a page can lay out at once. */
const firstLines = 60;
const firstColumns = 30;
const moreLines = 200;
const moreColumns = 60;

interface MatrixBoxProps {
  table: MatrixTable;
  today: string;
}

/** The matrix. It scrolls inside its box, with its headings always in sight. */
export function MatrixBox({ table: { competencies, lines }, today }: MatrixBoxProps) {
  const shownLines = useShown(lines.length, firstLines, moreLines);
  const shownColumns = useShown(competencies.length, firstColumns, moreColumns);
  return (
    <>
      <p className="chart-key" aria-hidden="true">
        <span className="matrix-mark" data-how="own" /> stands under it
        <span className="matrix-mark" data-how="alternate" /> also works for it
      </p>
      {/* It scrolls both ways, which the keyboard must be able to do. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="matrix-box" aria-label="Competencies by stories" tabIndex={0}>
        <table className="matrix">
          <caption className="unseen">
            {counted(lines.length, 'story', 'stories')} by {counted(competencies.length, 'competency', 'competencies')}
          </caption>
          <thead>
            <tr>
              <th scope="col">Story</th>
              <th scope="col">Runs</th>
              <th scope="col">Last</th>
              {competencies.slice(0, shownColumns.count).map((competency) => (
                <th key={competency} scope="col" className="matrix-name" title={competency}>
                  <span dir="auto">{competency}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shownLines.count).map((line) => (
              <Line key={line.storyId} line={line} columns={shownColumns.count} last={lastWords(line.lastDay, today)} />
            ))}
          </tbody>
        </table>
      </section>
      <MoreButton shown={shownLines} noun="stories" />
      <MoreButton shown={shownColumns} noun="competencies" />
    </>
  );
}

interface LineProps {
  line: MatrixLine;
  columns: number;
  last: string;
}

const Line = memo(function Line({ line: { title, runs, cells }, columns, last }: LineProps) {
  return (
    <tr>
      <th scope="row" title={title}>
        <span className="matrix-title" dir="auto">
          {title}
        </span>
      </th>
      <td className="num">{runs}</td>
      <td className="matrix-last num">{last}</td>
      {cells.slice(0, columns).map((how, column) => (
        <td key={column} className="matrix-cell">
          {how !== null && (
            <>
              <span className="matrix-mark" data-how={how} aria-hidden="true" />
              <span className="unseen">{how === 'own' ? 'stands under it' : 'also works for it'}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
});
