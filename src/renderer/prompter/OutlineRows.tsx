import { memo, type ReactNode } from 'react';
import type { Direction } from '../../core/stories/direction.ts';
import type { OutlineSection, SectionKind } from '../../core/stories/model.ts';
import { sectionLook } from '../ui/format/section.ts';

interface OutlineProps {
  sections: OutlineSection[];
  direction: Direction;
  /** Index of the row on the reading line, over all sections. */
  rowIndex: number;
}

/**
 * The rows by section. In ARIA a list can only hold items, so each section is an item with a group that has its own list;
 * a single section is a group around the one list.
 */
export const OutlineRows = memo(function OutlineRows({ sections, direction, rowIndex }: OutlineProps) {
  const shown = sections.filter((section) => section.items.length > 0);
  const firstRows = shown.map((_, index) => shown.slice(0, index).reduce((sum, { items }) => sum + items.length, 0));
  const rowsOf = (section: OutlineSection, index: number): ReactNode[] =>
    section.items.map((item, itemIndex) => (
      <Row
        key={item.id}
        text={item.text}
        depth={item.depth}
        kind={section.kind}
        letter={itemIndex === 0 ? sectionLook(section.kind, section.label).letter : ''}
        place={placeOf((firstRows[index] ?? 0) + itemIndex, rowIndex)}
      />
    ));

  const [only] = shown;
  if (only !== undefined && shown.length === 1) {
    return (
      <Group section={only}>
        <ul aria-label="Outline" dir={direction}>
          {rowsOf(only, 0)}
        </ul>
      </Group>
    );
  }
  return (
    <ul aria-label="Outline" dir={direction}>
      {shown.map((section, index) => (
        <li key={index}>
          <Group section={section}>
            <ul>{rowsOf(section, index)}</ul>
          </Group>
        </li>
      ))}
    </ul>
  );
});

function Group({ section: { kind, label }, children }: { section: OutlineSection; children: ReactNode }) {
  return (
    // The elements with this role are for forms and addresses.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="group" aria-label={sectionLook(kind, label).name}>
      {children}
    </div>
  );
}

type Place = 'said' | 'now' | 'next';

function placeOf(index: number, rowIndex: number): Place {
  if (index === rowIndex) return 'now';
  return index < rowIndex ? 'said' : 'next';
}

interface RowProps {
  text: string;
  depth: number;
  kind: SectionKind;
  /** Of its section, beside the first row; else empty. */
  letter: string;
  place: Place;
}

/** Deeper rows would have no room for their text. */
const deepest = 3;

const Row = memo(function Row({ text, depth, kind, letter, place }: RowProps) {
  return (
    <li
      className="row"
      data-kind={kind}
      data-place={place}
      data-depth={Math.min(depth, deepest)}
      aria-current={place === 'now' ? 'true' : undefined}
    >
      <span className="letter" aria-hidden="true">
        {letter}
      </span>
      <p className="text">{text}</p>
    </li>
  );
});
