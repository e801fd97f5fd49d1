import type { KeyboardEvent } from 'react';
import { tabAfterKey, type Tab, type TabId } from './tabs.ts';

interface StoryTabsProps {
  tabs: readonly Tab[];
  shown: TabId;
  show: (tab: TabId) => void;
  /** The element that shows a tab's content. */
  panelId: string;
}

/** Outline, full answer, variants, other questions: one at a time, by arrows too. */
export function StoryTabs({ tabs, shown, show, panelId }: StoryTabsProps) {
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = tabAfterKey(event.key, tabs, shown);
    if (to === null) return;
    event.preventDefault();
    show(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${to}"]`)?.focus();
  };
  return (
    // Its buttons have the focus, one at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="tabs" role="tablist" aria-label="Story" onKeyDown={press}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${panelId}-${id}`}
          data-tab={id}
          aria-selected={id === shown}
          aria-controls={panelId}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => show(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
