import type { StoryBrief } from '../../core/contract/contract.ts';
import type { MockSummary, Ask } from '../../core/rehearsal/questions.ts';
import { offTime, roundDuration, toSecond } from '../../core/prompter/shown-times.ts';
import { counted, nameOfStory } from '../ui/format/story.ts';
import { useView } from '../client/program-context.ts';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { followUpWords, givenWords } from './sheet-words.ts';
import { keepScrollKeys, useSheetFocus } from '../ui/focus.ts';

const hints: readonly KeyHint[] = [{ command: 'end-run', words: 'close', keys: 'Esc' }];

/** The story that answered. Where its title is the question, that isn’t repeated. */
function storyWords({ kind, question, storyId }: Ask, title: string, stories?: readonly StoryBrief[]): string {
  if (question !== title) return nameOfStory(stories, storyId, title).name;
  return kind === 'title' ? 'asked by title' : 'its main question';
}

/** A finished mock interview: the questions with the stories that answered them, their times, and what wasn’t covered. */
export function MockSheet({ sheet: { answers, over, notAsked } }: { sheet: MockSummary }) {
  const page = useSheetFocus();
  const stories = useView(({ app }) => app?.library.stories);
  const titleOf = (id: string): string => stories?.find((story) => story.id === id)?.title ?? id;
  // The sum of the rounded figures, so that the column adds up.
  const shownMs = answers.reduce((sum, { run }) => sum + (run === null ? 0 : toSecond(run.totalMs)), 0);
  const answered = answers.filter(({ run }) => run !== null).length;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="result mock-sheet"
      aria-label="Mock interview"
      tabIndex={-1}
      ref={page}
      onKeyDown={keepScrollKeys}
    >
      <header className="result-head">
        <div>
          <p className="asked-place">Mock interview</p>
          <h1>
            {answered === answers.length
              ? counted(answered, 'question') + ' answered'
              : `${answered} of ${counted(answers.length, 'question')} answered`}
          </h1>
        </div>
        <p className="total num">
          {roundDuration(shownMs)}{' '}
          <small>spoken · {over === 0 ? 'all within the target' : `${over} over the target`}</small>
        </p>
      </header>
      <table className="mock-answers num">
        <caption className="unseen">Questions and answers</caption>
        <thead>
          <tr>
            {['', 'Question', 'Story', 'Time', 'Rating'].map((name) => (
              <th key={name} scope="col">
                {name === '' ? <span className="unseen">Number</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ ask, run }, index) => (
            <tr key={index}>
              <td>{index + 1}</td>
              <th scope="row" dir="auto">
                {ask.question}
                {ask.kind === 'alternate' && <small> “also works for”{ask.group !== null && `: ${ask.group}`}</small>}
                {run?.finished === true && ask.followUp !== null && (
                  <small className="mock-followed num">{followUpWords(run)}</small>
                )}
              </th>
              <td dir="auto" title={run?.title ?? titleOf(ask.storyId)}>
                {storyWords(ask, run?.title ?? titleOf(ask.storyId), stories)}
              </td>
              <td data-over={run !== null && run.totalMs > run.targetMs}>
                {run === null
                  ? 'not answered'
                  : `${roundDuration(run.totalMs)} (${offTime(run.totalMs, run.targetMs)})`}
              </td>
              <td>{run === null ? '–' : givenWords(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className="mock-gaps" aria-label="Gaps">
        <h2>Not covered</h2>
        {notAsked.length === 0 ? (
          <p>Every group of your stories came up.</p>
        ) : (
          <ul>
            {notAsked.map((group) => (
              <li key={group} dir="auto">
                {group}
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className="result-foot">
        <KeyLine hints={hints} />
      </div>
    </section>
  );
}
