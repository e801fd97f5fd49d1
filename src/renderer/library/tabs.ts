import type { Story } from '../../core/stories/model.ts';

/** A part of a story to look at. Variants are numbered from 0. */
export type TabId = 'outline' | 'answer' | 'also' | 'source' | `variant-${number}`;

export interface Tab {
  id: TabId;
  title: string;
}

/** A story’s tabs, without empty ones. The outline and the source are always there. */
export function tabsOf(story: Story): Tab[] {
  const { answer, variants, alternates } = story;
  return [
    { id: 'outline', title: 'Outline' },
    ...(answer.length > 0 ? [{ id: 'answer', title: 'Full answer' } as const] : []),
    ...variants.map(({ title }, index): Tab => ({ id: `variant-${index}`, title })),
    ...(alternates.length > 0 ? [{ id: 'also', title: `Also works for ${alternates.length}` } as const] : []),
    { id: 'source', title: 'How it was read' },
  ];
}

/** The wanted tab where the story has it, else its first. */
export function tabToShow(tabs: readonly Tab[], wanted: TabId): TabId {
  return tabs.some(({ id }) => id === wanted) ? wanted : 'outline';
}

/** Index of the variant that a tab shows; null for those of the story itself. */
export function variantOf(tab: TabId): number | null {
  return tab.startsWith('variant-') ? Number(tab.slice('variant-'.length)) : null;
}

/** The tab that a key leads to from another; null where it isn’t one of a tab list’s keys. */
export function tabAfterKey(key: string, tabs: readonly Tab[], at: TabId): TabId | null {
  const index = tabs.findIndex(({ id }) => id === at);
  const steps: Readonly<Record<string, number>> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 };
  const to = steps[key];
  return to === undefined ? null : (tabs.at(to % tabs.length)?.id ?? null);
}
