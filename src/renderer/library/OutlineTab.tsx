import type { OutlineSection } from '../../core/stories/model.ts';
import { Section } from './Answer.tsx';

/** The outline as the prompter shows it; `derived` where it was made from the answer. */
export function OutlineTab({ sections, derived }: { sections: readonly OutlineSection[]; derived: boolean }) {
  const shown = sections.filter(({ items }) => items.length > 0);
  return (
    <>
      {derived && shown.length > 0 && (
        <p className="aside">The file has no outline, so this one was made from the answer.</p>
      )}
      {shown.length === 0 && <p className="aside">There is nothing under this heading yet.</p>}
      {shown.map(({ kind, label, items }, index) => (
        <Section key={index} kind={kind} label={label}>
          <ul className="items">
            {items.map(({ id, text, depth }) => (
              <li key={id} data-depth={Math.min(depth, 3)} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
