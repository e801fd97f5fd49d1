import { useMemo } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import type { BankQuestion } from '../../core/search/question-bank.ts';
import { useProgram } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { useQuery } from '../client/use-query.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';

const firstOpen = 6;
const firstAnswered = 10;

/** The questions from lists in the person’s files: those without an answer, and which story answers the others. */
export function BankPart({ briefs }: { briefs: readonly StoryBrief[] }) {
  const { bridge } = useProgram();
  const { data } = useQuery(useMemo(() => () => bridge.readQuestionBank(undefined), [bridge]));
  const titles = useMemo(() => new Map(briefs.map(({ id, title }) => [id, title])), [briefs]);
  if (data === null || data.length === 0) return null;
  const isAnswered = ({ storyId }: BankQuestion): boolean => storyId !== null && titles.has(storyId);
  const answered = data.filter(isAnswered);
  const open = data.filter((question) => !isAnswered(question));
  return (
    <div className="bank">
      <h3>
        Asked, not answered <span className="part-count num">{open.length}</span>
      </h3>
      {open.length === 0 ? (
        <p className="part-note">Each question in your lists has a story.</p>
      ) : (
        <BankList name="Asked, not answered" questions={open} first={firstOpen} titles={titles} />
      )}
      {answered.length > 0 && (
        <details>
          <summary>
            Answered by a story <span className="part-count num">{answered.length}</span>
          </summary>
          <BankList name="Answered by a story" questions={answered} first={firstAnswered} titles={titles} />
        </details>
      )}
    </div>
  );
}

interface BankListProps {
  name: string;
  questions: readonly BankQuestion[];
  /** How many are shown before “Show more”. */
  first: number;
  /** Of the stories, by id. */
  titles: ReadonlyMap<string, string>;
}

function BankList({ name, questions, first, titles }: BankListProps) {
  const { bridge, store } = useProgram();
  const shown = useShowMore(questions.length, first);
  const openInEditor = ({ file, line }: BankQuestion): void =>
    void bridge.openInEditor({ file, line }).then((result) => showFailure(store, result));
  return (
    <>
      <ul className="bank-list" aria-label={name}>
        {questions.slice(0, shown.count).map((each) => (
          <li key={each.question}>
            <span dir="auto">{each.question}</span>
            {each.storyId !== null && (
              <small>
                “<bdi>{titles.get(each.storyId)}</bdi>” fits best
              </small>
            )}
            <button
              type="button"
              className="link num"
              title={`Open ${each.file} in your editor`}
              aria-label={`Open line ${each.line} in your editor: ${each.question}`}
              onClick={() => openInEditor(each)}
            >
              Line {each.line}
            </button>
          </li>
        ))}
      </ul>
      <MoreButton shown={shown} noun="question" />
    </>
  );
}
