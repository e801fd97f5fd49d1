import { useId } from 'react';
import type { Settings } from '../../core/settings/schema.ts';
import type { Story } from '../../core/stories/model.ts';
import { AlsoTab } from './AlsoTab.tsx';
import { Answer } from './Answer.tsx';
import { OutlineTab } from './OutlineTab.tsx';
import { Shares } from './Shares.tsx';
import { StoryHead } from './StoryHead.tsx';
import { StoryProblems } from './StoryProblems.tsx';
import { StoryTabs } from './StoryTabs.tsx';
import { tabsOf, tabToShow, variantOf, type TabId } from './tabs.ts';
import type { WholeStory } from './use-story.ts';

interface StoryPageProps {
  whole: WholeStory;
  settings: Settings;
  /** How it was rehearsed, in a line; null while that isn't known. */
  practice: string | null;
  wantedTab: TabId;
  alternate: number | null;
  showTab: (tab: TabId) => void;
}

/** A whole story, on a page that scrolls. */
export function StoryPage(props: StoryPageProps) {
  const { whole, settings, practice, wantedTab, alternate, showTab } = props;
  const { story, problems } = whole;
  const panelId = useId();
  const tabs = tabsOf(story);
  const tab = tabToShow(tabs, wantedTab);
  const variant = story.variants[variantOf(tab) ?? -1];
  return (
    // It scrolls, which the keyboard must be able to do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="story" tabIndex={0} aria-label="Story">
      <StoryHead story={story} tab={tab} practice={practice} />
      <StoryTabs tabs={tabs} shown={tab} show={showTab} panelId={panelId} />
      <div className="story-columns">
        <div className="story-text" role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${tab}`}>
          <TabContent story={story} tab={tab} alternate={alternate} />
        </div>
        <aside className="story-side" aria-label="Time and problems">
          <Shares
            outline={variant?.outline ?? story.outline.sections}
            answer={variant?.answer ?? story.answer}
            targetMs={story.targetMs ?? settings.targetMs}
            settings={settings}
          />
          <StoryProblems problems={problems} title={story.title} />
        </aside>
      </div>
    </section>
  );
}

function TabContent({ story, tab, alternate }: { story: Story; tab: TabId; alternate: number | null }) {
  if (tab === 'outline') return <OutlineTab sections={story.outline.sections} derived={story.outline.derived} />;
  if (tab === 'answer') return <Answer sections={story.answer} />;
  if (tab === 'also') return <AlsoTab story={story} onTop={alternate} />;
  return <Answer sections={story.variants[variantOf(tab) ?? -1]?.answer ?? []} />;
}
