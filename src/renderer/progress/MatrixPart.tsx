import { StoryName } from '../ui/StoryName.tsx';
import { memo, startTransition, useMemo, useOptimistic } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Matrix } from '../../core/rehearsal/statistics.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { BankPart } from './BankPart.tsx';
import {
  type MatrixRemark,
  matrixRemarks,
  lastWords,
  recencyOf,
  type Recency,
  type MatrixLine,
  matrixTable,
  type MatrixTable,
} from './matrix-table.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';
import { counted } from '../ui/format/story.ts';

const firstRemarks = 6;
/** Of a name in the settings. */
const longestName = 80;

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
          No story belongs to a competency yet: put a heading such as “Ownership” above your stories, or say in an
          interview what you expect to be asked about.
        </p>
      ) : (
        <MatrixBox table={table} today={today} />
      )}
      <LeftOut competencies={table.competencies} />
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
      <MoreButton shown={shown} noun="remark" />
    </>
  );
}

const nothing: readonly string[] = [];

/** The columns to choose from: a group that isn’t a competency can be left out. */
function LeftOut({ competencies }: { competencies: readonly string[] }) {
  const { bridge, store } = useProgram();
  const saved = useView(({ app }) => app?.settings.leftOutGroups ?? nothing);
  // A tick shows at once; the settings follow when they are saved.
  const [leftOut, show] = useOptimistic(saved);
  const names = [...competencies, ...leftOut.filter((name) => !competencies.includes(name))];
  if (names.length === 0) return null;
  const change = (name: string, isShown: boolean): void => {
    const others = leftOut.filter((other) => other !== name);
    const leftOutGroups = isShown ? others : [...others, name.slice(0, longestName)];
    startTransition(async () => {
      show(leftOutGroups);
      showFailure(store, await bridge.changeSettings({ leftOutGroups }));
    });
  };
  return (
    <details className="matrix-columns">
      <summary>
        Columns{leftOut.length > 0 && <span className="part-count num"> {leftOut.length} left out</span>}
      </summary>
      <fieldset>
        <legend className="unseen">Competencies that the matrix shows</legend>
        {names.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!leftOut.includes(name)}
              onChange={({ target }) => change(name, target.checked)}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
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
        <span className="matrix-shade" data-recency="fresh" /> rehearsed within 3 days
        <span className="matrix-shade" data-recency="recent" /> within 2 weeks
        <span className="matrix-shade" data-recency="old" /> longer ago
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
              <Line
                key={line.storyId}
                line={line}
                columns={shownColumns.count}
                last={lastWords(line.lastDay, today)}
                recency={recencyOf(line.lastDay, today)}
              />
            ))}
          </tbody>
        </table>
      </section>
      <MoreButton shown={shownLines} noun="story" nouns="stories" />
      <MoreButton shown={shownColumns} noun="competency" nouns="competencies" />
    </>
  );
}

interface LineProps {
  line: MatrixLine;
  columns: number;
  last: string;
  recency: Recency;
}

const Line = memo(function Line({ line, columns, last, recency }: LineProps) {
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
        <td key={column} className="matrix-cell" data-recency={how === null ? undefined : recency}>
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
