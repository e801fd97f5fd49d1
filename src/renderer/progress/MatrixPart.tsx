import { StoryName } from '../ui/StoryName.tsx';
import { memo, useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Matrix } from '../../core/rehearsal/statistics.ts';
import { BankPart } from './BankPart.tsx';
import {
  type MatrixRemark,
  matrixRemarks,
  lastWords,
  type MatrixLine,
  matrixTable,
  type MatrixTable,
} from './matrix-table.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';
import { counted } from '../ui/format/story.ts';

const firstRemarks = 6;

interface MatrixPartProps {
  matrix: Matrix;
  briefs: readonly StoryBrief[];
  today: string;
}

/**
 * Which story answers which competency; above it in words, what is missing and what is used too often; below it, which
 * questions from the person’s lists have no answer.
 */
export function MatrixPart({ matrix, briefs, today }: MatrixPartProps) {
  const table = useMemo(() => matrixTable(matrix, briefs), [matrix, briefs]);
  const remarks = useMemo(() => matrixRemarks(matrix, briefs, today), [matrix, briefs, today]);
  return (
    <section className="progress-part" aria-labelledby="progress-matrix">
      <h2 id="progress-matrix">Competencies and stories</h2>
      <Remarks remarks={remarks} />
      {table.competencies.length === 0 ? (
        <p className="part-note">
          No story belongs to a competency yet: put a heading such as “Ownership” above your stories, or name in the
          settings what you expect to be asked about.
        </p>
      ) : (
        <MatrixBox table={table} today={today} />
      )}
      <BankPart briefs={briefs} />
    </section>
  );
}

function Remarks({ remarks }: { remarks: readonly MatrixRemark[] }) {
  const shown = useShowMore(remarks.length, firstRemarks);
  if (remarks.length === 0) return null;
  return (
    <>
      <ul className="findings" aria-label="Gaps and overused stories">
        {remarks.slice(0, shown.count).map(({ kind, before, name, title, after }) => (
          <li key={`${kind} ${name} ${after}`} data-kind={kind}>
            {before}
            <bdi title={title}>{name}</bdi>
            {after}
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="remarks" />
    </>
  );
}

/** A page can’t lay out the cells of a thousand stories and hundreds of competencies at once. */
const firstLines = 60;
const firstColumns = 30;
const moreLines = 200;
const moreColumns = 60;

interface MatrixBoxProps {
  table: MatrixTable;
  today: string;
}

/** The matrix. It scrolls inside its box and keeps its headings in sight. */
function MatrixBox({ table: { competencies, lines }, today }: MatrixBoxProps) {
  const shownLines = useShowMore(lines.length, firstLines, moreLines);
  const shownColumns = useShowMore(competencies.length, firstColumns, moreColumns);
  return (
    <>
      <p className="chart-key" aria-hidden="true">
        <span className="matrix-mark" data-how="own" /> main story
        <span className="matrix-mark" data-how="alternate" /> also fits
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

const Line = memo(function Line({ line, columns, last }: LineProps) {
  const { title, runs, cells } = line;
  return (
    <tr>
      <th scope="row" title={title}>
        <span className="clamped" dir="auto">
          <StoryName story={line} />
        </span>
      </th>
      <td className="num">{runs}</td>
      <td className="matrix-last num">{last}</td>
      {cells.slice(0, columns).map((how, column) => (
        <td key={column} className="matrix-cell">
          {how !== null && (
            <>
              <span className="matrix-mark" data-how={how} aria-hidden="true" />
              <span className="unseen">{how === 'own' ? 'main story' : 'also fits'}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
});
