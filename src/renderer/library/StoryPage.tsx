import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { targetOf } from '../../core/prompter/target.ts';
import type { Settings } from '../../core/settings/schema.ts';
import type { Problem, Severity, Story } from '../../core/stories/model.ts';
import { lintVariant, ownProblems, withoutTitle } from '../../core/stories/lint/lint.ts';
import { asBlockQuote } from '../../core/stories/outline/block-quote.ts';
import { problemsBySettings } from '../../core/stories/lint/target.ts';
import { Answer, Notes, Section } from './Answer.tsx';
import { DefaultVersion } from './DefaultVersion.tsx';
import { FollowUps } from './FollowUps.tsx';
import { Shares } from './Shares.tsx';
import { SourceTab } from './SourceTab.tsx';
import { StoryHead } from './StoryHead.tsx';
import { type Tab, tabAfterKey, type TabId, tabsOf, tabToShow, variantOf } from './tabs.ts';
import type { WholeStory } from './use-story.ts';
import { useCopy, useOpenInEditor, usePrompt } from './story-actions.ts';
import { counted } from '../ui/format/story.ts';
import { RecordingsList } from '../voice/RecordingsList.tsx';
import { useRecordings } from '../voice/use-recordings.ts';

interface StoryPageProps {
  whole: WholeStory;
  settings: Settings;
  /** How it was rehearsed, in a line; null while that isn’t known. */
  practice: string | null;
  wantedTab: TabId;
  alternate: number | null;
  showTab: (tab: TabId) => void;
}

/** A whole story, on a page that scrolls. */
export function StoryPage(props: StoryPageProps) {
  const { whole, settings, practice, wantedTab, alternate, showTab } = props;
  const { story, problems } = whole;
  const { data: recorded } = useRecordings(story.id);
  const panelId = useId();
  const tabs = tabsOf(story);
  const tab = tabToShow(tabs, wantedTab);
  const index = variantOf(tab);
  const variant = story.variants[index ?? -1];
  const targetMs = targetOf(story, settings, variant?.title ?? null);
  const { wordsPerMinute } = settings;
  const shown =
    index === null
      ? ownProblems(story, problemsBySettings(story, problems, settings))
      : lintVariant(story, index, { wordsPerMinute, targetMs });
  return (
    // It scrolls, which the keyboard must be able to do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="story" tabIndex={0} aria-label="Story">
      <StoryHead story={story} tab={tab} practice={practice} />
      <StoryTabs tabs={tabs} shown={tab} show={showTab} panelId={panelId} />
      <div className="story-columns" data-tab={tab}>
        <div role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${tab}`}>
          <TabContent story={story} tab={tab} alternate={alternate} />
        </div>
        {/* The source shows its problems where they are. */}
        {tab !== 'source' && (
          <aside className="story-side" aria-label="Time and problems">
            {!story.planned && (
              <Shares
                outline={variant?.outline ?? story.outline.sections}
                answer={variant?.answer ?? story.answer}
                story={story}
                variantTitle={variant?.title ?? null}
                settings={settings}
              >
                <DefaultVersion story={story} variant={index} settings={settings} />
              </Shares>
            )}
            <StoryProblems problems={shown} title={story.title} />
          </aside>
        )}
        {/* Below everything in its column: it arrives after the story, which it mustn’t push. */}
        {tab !== 'source' && <RecordingsList recordings={recorded?.recordings ?? []} />}
      </div>
    </section>
  );
}

function TabContent({ story, tab, alternate }: { story: Story; tab: TabId; alternate: number | null }) {
  if (tab === 'outline') return <OutlineTab story={story} />;
  if (tab === 'answer') {
    return (
      <>
        <Answer sections={story.answer} />
        <Notes notes={story.notes} />
      </>
    );
  }
  if (tab === 'source') return <SourceTab story={story} />;
  if (tab === 'also') return <AlsoTab story={story} onTop={alternate} />;
  return <Answer sections={story.variants[variantOf(tab) ?? -1]?.answer ?? []} />;
}

interface StoryTabsProps {
  tabs: readonly Tab[];
  shown: TabId;
  show: (tab: TabId) => void;
  /** Of the element that shows a tab’s content. */
  panelId: string;
}

/** Outline, full answer, variants and other questions, one at a time; the arrow keys switch, too. */
function StoryTabs({ tabs, shown, show, panelId }: StoryTabsProps) {
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = tabAfterKey(event.key, tabs, shown);
    if (to === null) return;
    event.preventDefault();
    show(to);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${to}"]`)?.focus();
  };
  return (
    // Its buttons get the focus, one at a time.
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

/** The outline as the prompter shows it. Without a full answer, the notes are below it. */
function OutlineTab({ story: { outline, answer, notes } }: { story: Story }) {
  const { sections, derived } = outline;
  const copy = useCopy();
  const shown = sections.filter(({ items }) => items.length > 0);
  return (
    <>
      {derived && shown.length > 0 && (
        <div className="made">
          <p className="aside">The file has no outline, so this one was made from the answer.</p>
          <button
            type="button"
            className="button"
            title="Paste it into the story’s file to make it your own"
            onClick={() =>
              copy(asBlockQuote(sections), 'The outline was copied. Paste it above the answer in the file.')
            }
          >
            Copy as a block quote
          </button>
        </div>
      )}
      {shown.length === 0 && <p className="aside">This heading has no text yet.</p>}
      {shown.map(({ kind, label, items }, index) => (
        <Section key={index} kind={kind} label={label}>
          <ul>
            {items.map(({ id, text, depth }) => (
              <li key={id} data-depth={Math.min(depth, 3)} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {answer.length === 0 && <Notes notes={notes} />}
    </>
  );
}

interface AlsoTabProps {
  story: Story;
  /** The alternate that a search found; it comes first. */
  onTop: number | null;
}

/** The other questions that the story answers, with what to say differently. */
function AlsoTab({ story: { id, alternates }, onTop }: AlsoTabProps) {
  const prompt = usePrompt();
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    if (onTop !== null) first.current?.scrollIntoView({ block: 'nearest' });
  }, [onTop]);
  const order = [...alternates.keys()].toSorted((one, other) => Number(other === onTop) - Number(one === onTop));
  return order.map((index) => {
    const alternate = alternates[index];
    if (alternate === undefined) return null;
    const { group, question, followUps, notes } = alternate;
    return (
      <article className="also" key={index} data-found={index === onTop} ref={index === onTop ? first : undefined}>
        <p className="crumb" dir="auto">
          {group ?? 'Another question'}
        </p>
        <h2 dir="auto">{question ?? group ?? 'Another question'}</h2>
        <FollowUps followUps={followUps} />
        <div className="also-notes">
          <Answer sections={notes} />
        </div>
        <button
          type="button"
          className="button"
          aria-label={`Prompt with these notes: ${question ?? group ?? 'another question'}`}
          onClick={() => prompt({ id, alternate: index })}
        >
          Prompt with these notes
        </button>
      </article>
    );
  });
}

const names: Readonly<Record<Exclude<Severity, 'hint'>, string>> = { error: 'Error', warning: 'Problem' };

/** A story’s problems and what to do about them; a line number opens it in the editor. */
function StoryProblems({ problems, title }: { problems: readonly Problem[]; title: string }) {
  const openInEditor = useOpenInEditor();
  const hints = problems.filter(({ severity }) => severity === 'hint').length;
  const counts = [
    problems.length > hints ? counted(problems.length - hints, 'problem') : null,
    hints > 0 ? counted(hints, 'hint') : null,
  ].filter((part) => part !== null);
  return (
    <section className="doubts" aria-label="Problems">
      <output className="doubts-said">{counts.join(', ')}</output>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ file, line, severity, code, message }) => (
            <li key={`${code} ${line} ${message}`} data-severity={severity}>
              {severity !== 'hint' && <b>{names[severity]}. </b>}
              {withoutTitle(message, title)}
              {line !== null && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="link num"
                    title="Open in editor at this line"
                    onClick={() => openInEditor(file, line)}
                  >
                    Line {line}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
