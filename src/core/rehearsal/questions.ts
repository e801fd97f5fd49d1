import type { Story } from '../stories/model.ts';
import { draw } from './draw.ts';

/** Where an asked question comes from: the story's own, one of "also works for", or the title where there is no other. */
export const questionKinds = ['question', 'alternate', 'title'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One way to ask for a story. */
export interface Question {
  kind: QuestionKind;
  text: string;
  /** The competency it asks about; null where the file names none. */
  group: string | null;
  followUps: string[];
}

/** A question put to the person, and the story that answers it. */
export interface Ask {
  storyId: string;
  kind: QuestionKind;
  question: string;
  group: string | null;
  /** What the interviewer asks after the answer; null for nothing. */
  followUp: string | null;
}

/** All that can be asked for a story, its own question first. Never empty: a pitch is asked for by its title. */
export function questionsOf(story: Story): [Question, ...Question[]] {
  const { group, title, followUps } = story;
  const own: Question[] = story.question ? [{ kind: 'question', text: story.question, group, followUps }] : [];
  const alternates = story.alternates.flatMap((alternate): Question[] =>
    alternate.question
      ? [
          {
            kind: 'alternate',
            text: alternate.question,
            group: alternate.group ?? group,
            followUps: alternate.followUps,
          },
        ]
      : [],
  );
  const [first, ...others] = [...own, ...alternates];
  return first === undefined ? [{ kind: 'title', text: title, group, followUps }] : [first, ...others];
}

/** A question as it is put, with one of its follow-ups drawn if wanted. */
export function askWith(story: Story, question: Question, withFollowUp: boolean, random: () => number): Ask {
  const followUp = withFollowUp ? (draw(question.followUps, random) ?? null) : null;
  return { storyId: story.id, kind: question.kind, question: question.text, group: question.group, followUp };
}
