import type { Story } from '../../core/stories/model.ts';
import { PinPicker } from './PinPicker.tsx';
import { variantOf, type TabId } from './tabs.ts';
import { useOpenInEditor } from './use-open-in-editor.ts';
import { usePrompt } from './use-prompt.ts';

/** What is asked, and what can be done with the story. */
export function StoryHead({ story, tab }: { story: Story; tab: TabId }) {
  const { id, file, line, group, title, question, followUps, tags } = story;
  const prompt = usePrompt();
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
