import { useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { Matrix } from '../../core/rehearsal/statistics.ts';
import { findingsOf, matrixTable, type Finding } from './matrix-table.ts';
import { MatrixBox } from './MatrixBox.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { useShown } from '../ui/use-show-more.ts';

const firstFindings = 6;

interface MatrixPartProps {
  matrix: Matrix;
  briefs: readonly StoryBrief[];
  today: string;
}

/** Which story answers which competency; what is missing, and what is used too much, in words above. */
export function MatrixPart({ matrix, briefs, today }: MatrixPartProps) {
  const table = useMemo(() => matrixTable(matrix, briefs), [matrix, briefs]);
  const findings = useMemo(() => findingsOf(matrix, briefs, today), [matrix, briefs, today]);
  return (
    <section className="progress-part" aria-labelledby="progress-matrix">
      <h2 id="progress-matrix">Competencies and stories</h2>
      <Findings findings={findings} />
      {table.competencies.length === 0 ? (
        <p className="part-note">
          No story stands under a competency yet: put a heading such as “Ownership” above your stories, or name what you
          expect to be asked about in the settings.
        </p>
      ) : (
        <MatrixBox table={table} today={today} />
      )}
    </section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const shown = useShown(findings.length, firstFindings);
  if (findings.length === 0) return null;
  return (
    <>
      <ul className="findings" aria-label="Gaps and overused stories">
        {findings.slice(0, shown.count).map(({ kind, before, name, after }) => (
          <li key={`${kind} ${name} ${after}`} data-kind={kind}>
            {before}
            <bdi>{name}</bdi>
            {after}
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="remarks" />
    </>
  );
}
