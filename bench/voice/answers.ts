import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/cli/project-root.ts';
import { makePlan, type Plan, sum } from '../../src/core/prompter/plan.ts';
import type { Story } from '../../src/core/stories/model.ts';
import { answerOf, outlineOf } from '../../src/core/stories/outline/told.ts';
import { readStories } from '../../src/core/stories/reader.ts';
import type { RecogniserLanguage } from '../../src/core/voice/language.ts';
import { makeScript, type Script } from '../../src/core/voice/script.ts';
import type { Model } from '../../src/renderer/voice/engine.ts';

/** The speed of the timer that following is compared with, in words a minute. */
const timerSpeed = 150;

/** An answer, ready to be followed. */
export interface Prepared {
  script: Script;
  /** What a timer would go by. */
  plan: Plan;
  story: Story;
}

/** The story of a file with this id, or its first one. Throws if it has none. */
export function readStory(file: string, id: string | null): Story {
  const { stories } = readStories(readFileSync(file, 'utf8'), path.basename(file));
  const story = id === null ? stories[0] : stories.find((each) => each.id === id);
  if (story === undefined) {
    throw new Error(
      `${file} has ${id === null ? 'no story' : `no story “${id}”, but ${stories.map((each) => each.id).join(', ')}`}.`,
    );
  }
  return story;
}

export function prepare(story: Story, language: RecogniserLanguage, model: Model): Prepared {
  const [outline, answer] = [outlineOf(story, null), answerOf(story, null)];
  const dictionary = new TextDecoder().decode(model['dict.txt']);
  const otherStories = language === 'en' ? sampleTexts(story) : [];
  const targetMs = Math.round((sum(answer.map(({ words }) => words)) / timerSpeed) * 60_000);
  const plan = makePlan(outline, answer, { targetMs, wordsPerMinute: timerSpeed, by: 'words' });
  return { script: makeScript({ language, outline, answer, otherStories, dictionary }), plan, story };
}

/** The sample stories, as a person's other ones. */
function sampleTexts(story: Story): string[] {
  const files = ['basics', 'deliver-results', 'disagree-and-commit', 'dive-deep', 'earn-trust'];
  const stories = files.flatMap((name) => {
    const file = path.join(projectRoot, 'stories', `${name}.md`);
    return readStories(readFileSync(file, 'utf8'), `${name}.md`).stories;
  });
  return stories
    .filter(({ title }) => title !== story.title)
    .map(({ answer }) => answer.map(({ text }) => text).join('\n'));
}
