import type { Story } from '../../core/stories/model.ts';
import { useRehearse } from '../client/program-context.ts';
import { PinPicker } from './PinPicker.tsx';
import { type TabId, variantOf } from './tabs.ts';
import { useOpenInEditor } from './use-open-in-editor.ts';
import { usePrompt } from './use-prompt.ts';

interface StoryHeadProps {
  story: Story;
  tab: TabId;
  practice: string | null;
}

/** What is asked, how it was rehearsed, and what can be done with the story. */
export function StoryHead({ story, tab, practice }: StoryHeadProps) {
  const { id, file, line, group, title, question, followUps, tags } = story;
  const prompt = usePrompt();
  const rehearse = useRehearse();
  const openInEditor = useOpenInEditor();
  const variant = variantOf(tab);
  const crumb = [group, question === null || question === title ? null : title].filter((part) => part !== null);
  return (
    <header className="story-head">
      <p className="crumb" dir="auto">
        {crumb.join(' · ')}
        {tags.map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <h1 dir="auto">{question ?? title}</h1>
      {followUps.length > 0 && (
        <ul className="follow-ups" aria-label="Follow-up questions">
          {followUps.map((followUp, index) => (
            <li key={index} dir="auto">
              {followUp}
            </li>
          ))}
        </ul>
      )}
      {/* Its place is kept while nothing is known: the page doesn't jump when the log is read. */}
      <p className="story-practice num">{practice}</p>
      <div className="story-bar">
        <button
          type="button"
          className="button"
          data-main="true"
          title={variant === null ? 'Put it on the prompter (Enter in the list)' : 'Put this variant on the prompter'}
          onClick={() => prompt({ id, variant })}
        >
          Prompt
        </button>
        <button
          type="button"
          className="button"
          title="Rehearse it against the clock"
          onClick={() => rehearse({ which: 'one', id })}
        >
          Rehearse
        </button>
        <PinPicker storyId={id} />
        <button
          type="button"
          className="button"
          title={`${file}, line ${line}`}
          onClick={() => openInEditor(file, story.variants[variant ?? -1]?.line ?? line)}
        >
          Open in editor
        </button>
      </div>
    </header>
  );
}
