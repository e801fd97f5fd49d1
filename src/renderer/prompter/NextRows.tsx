import { memo } from 'react';
import type { Direction } from '../../core/stories/direction.ts';
import type { OutlineSection } from '../../core/stories/model.ts';
import { sectionLook } from '../ui/format/section.ts';

interface NextRowsProps {
  sections: OutlineSection[];
  direction: Direction;
  /** Index of the row on the reading line, over all sections. */
  rowIndex: number;
}

/** As many as the highest of the flat windows has lines, at the smallest text. */
const mostRows = 10;

/**
 * What comes next, in a column of its own, where a window is too low to show it below the current row. Only for the eye:
 * the outline has it already.
 */
export const NextRows = memo(function NextRows({ sections, direction, rowIndex }: NextRowsProps) {
  const rows = sections.flatMap((section) => section.items.map((item, index) => ({ section, item, index })));
  return (
    <ul className="next-rows" aria-hidden="true" dir={direction}>
      {rows.slice(rowIndex + 1, rowIndex + 1 + mostRows).map(({ section: { kind, label }, item, index }) => (
        <li className="row" key={item.id} data-kind={kind} data-place="next" data-depth={Math.min(item.depth, 3)}>
          <span className="letter">{index === 0 ? sectionLook(kind, label).letter : ''}</span>
          <p className="text">{item.text}</p>
        </li>
      ))}
    </ul>
  );
});
