import { bankQuestions, type BankQuestion } from '../../core/search/question-bank.ts';
import type { Library } from '../../core/stories/model.ts';
import type { StorySearch } from '../../core/search/story-search.ts';

/** The questions from lists in the person’s files, with the stories that answer them. */
export type ReadQuestionBank = () => Promise<BankQuestion[]>;

/**
 * Looks once for each state of the library, when somebody asks. A search takes some milliseconds; between two, other
 * work gets a turn.
 */
export function createQuestionBank(library: () => Library | null, search: Pick<StorySearch, 'find'>): ReadQuestionBank {
  let seen: { library: Library; bank: Promise<BankQuestion[]> } | null = null;

  async function look({ asides, stories }: Library): Promise<BankQuestion[]> {
    const planned = new Set(stories.filter((story) => story.planned).map(({ id }) => id));
    const bank: BankQuestion[] = [];
    for (const asked of bankQuestions(asides)) {
      const [best] = await search.find(asked.question, 1);
      const isAnswered = best?.fits === true && !planned.has(best.storyId);
      bank.push({ ...asked, storyId: isAnswered ? best.storyId : null });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return bank;
  }

  return async () => {
    const read = library();
    if (read === null) return [];
    if (seen?.library !== read) seen = { library: read, bank: look(read) };
    return seen.bank;
  };
}
