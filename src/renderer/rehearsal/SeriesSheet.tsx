import { type KeyboardEvent, startTransition, useEffect, useOptimistic, useRef, useState } from 'react';
import type { StoryBrief } from '../../core/contract/contract.ts';
import { offTime, roundDuration } from '../../core/prompter/shown-times.ts';
import { type Rating, ratings, ratingShown } from '../../core/rehearsal/rating.ts';
import type { SheetState } from '../../core/rehearsal/state.ts';
import type { SeriesSummary, SummaryAnswer } from '../../core/rehearsal/summary.ts';
import { clamp } from '../../core/values.ts';
import { shortName } from '../../core/stories/short-names.ts';
import { useKeys } from '../client/keys.ts';
import { useProgram, useRunCommand, useView } from '../client/program-context.ts';
import { showFailure } from '../client/store.ts';
import { keepFocus, keepScrollKeys, useSheetFocus } from '../ui/focus.ts';
import { ratingNames } from '../ui/format/run.ts';
import { counted, nameOfStory } from '../ui/format/story.ts';
import { KeyLine, type KeyHint } from './KeyLine.tsx';
import { followUpWords, nextDayWords, tallyWords, weakWords } from './sheet-words.ts';

/**
 * The end of a rehearsal or a mock interview: what to practise, and each answer with its rating, which can be changed
 * here. It leads on to the answers that went badly.
 */
export function SeriesSheet({ state: { kind, sheet, canGoBack } }: { state: SheetState }) {
  const page = useSheetFocus();
  const runCommand = useRunCommand();
  const { answers, weak, practise, totalMs, notAsked } = sheet;
  const answered = answers.filter(({ run }) => run !== null).length;
  const { place, setPlace, rate } = useRatings(sheet);
  const step = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => {
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setPlace(clamp(place + by, 0, answers.length - 1));
    return by !== 0;
  };
  useKeys(({ event, command }) => step(event) || command === 'mark-section');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="result series"
      aria-label={kind === 'mock' ? 'Mock interview' : 'Summary'}
      tabIndex={-1}
      ref={page}
      onKeyDown={(event) => {
        if (step(event)) event.preventDefault();
        keepScrollKeys(event);
      }}
    >
      <header className="result-head">
        <div>
          <p className="asked-place">{kind === 'mock' ? 'Mock interview' : 'Rehearsal'}</p>
          <h1>
            {answered === answers.length
              ? counted(answered, 'question') + ' answered'
              : `${answered} of ${counted(answers.length, 'question')} answered`}
          </h1>
        </div>
        <p className="total num">
          {roundDuration(totalMs)} <small>spoken · {tallyWords(sheet)}</small>
        </p>
      </header>
      <section className="series-practise" aria-labelledby="what-to-practise">
        <h2 id="what-to-practise">What to practise</h2>
        {practise.length === 0 ? (
          <p>Nothing in particular: no answer or section was far off its time, and little was left out.</p>
        ) : (
          <ol>
            {practise.map((sentence) => (
              <li key={sentence} className="num" dir="auto">
                {sentence}
              </li>
            ))}
          </ol>
        )}
      </section>
      <Answers answers={answers} place={place} choose={setPlace} rate={rate} />
      {notAsked.length > 0 && (
        <section className="series-gaps" aria-label="Gaps">
          <h2>Not asked about</h2>
          <ul>
            {notAsked.map((group) => (
              <li key={group} dir="auto">
                {group}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="result-foot series-foot">
        <button
          type="button"
          className="button"
          data-main="true"
          onMouseDown={keepFocus}
          onClick={() => runCommand('finish-run')}
        >
          {weak.length > 0 ? weakWords(weak.length) : 'Done'} <kbd aria-hidden="true">↵</kbd>
        </button>
        <KeyLine hints={hintsOf(weak.length > 0, canGoBack)}>
          <span>
            <kbd>1</kbd>–<kbd>4</kbd> rate the marked answer · <kbd>↑</kbd> <kbd>↓</kbd> mark another
          </span>
        </KeyLine>
      </div>
    </section>
  );
}

/** Without weak answers, the button itself closes the sheet. */
function hintsOf(hasWeak: boolean, canGoBack: boolean): KeyHint[] {
  return [
    ...(hasWeak ? [{ command: 'end-run', words: 'close', keys: 'Esc' } as const] : []),
    ...(canGoBack ? [{ command: 'undo-mark', words: 'back to the last result', keys: '⌫' } as const] : []),
  ];
}

/** Rating the answers: the keys rate the marked one and go on to the next. */
function useRatings({ answers, weak }: SeriesSummary) {
  const { bridge, store } = useProgram();
  const [place, setPlace] = useState(() => weak[0] ?? 0);
  const rate = async (at: number, rating: Rating): Promise<void> =>
    showFailure(store, await bridge.rateAnswer({ at, rating }));
  useKeys(({ command }) => {
    const rating = ratings.find((each) => command === `rate-${each}`);
    if (rating === undefined) return false;
    if (answers[place]?.run !== null) void rate(place, rating);
    setPlace(Math.min(place + 1, answers.length - 1));
    return true;
  });
  return { place, setPlace, rate };
}

interface AnswersProps {
  answers: readonly SummaryAnswer[];
  /** The marked one. */
  place: number;
  choose: (place: number) => void;
  rate: (place: number, rating: Rating) => Promise<void>;
}

const columns = ['Number', 'Story', 'Time', 'Left out', 'Peeks', 'Rating', 'Next'];

function Answers({ answers, place, choose, rate }: AnswersProps) {
  const stories = useView(({ app }) => app?.library.stories);
  return (
    <table className="series-answers num">
      <caption className="unseen">Questions and answers</caption>
      <thead>
        <tr>
          {columns.map((name, index) => (
            <th key={name} scope="col">
              {index === 0 ? <span className="unseen">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answers.map((answer, index) => (
          <AnswerRow
            key={index}
            number={index + 1}
            answer={answer}
            name={storyName(answer, stories)}
            isMarked={index === place}
            rate={async (rating) => {
              choose(index);
              await rate(index, rating);
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The short name of the story that was told; of one that wasn’t, the story that has the question. */
function storyName({ ask, run }: SummaryAnswer, stories: readonly StoryBrief[] | undefined): string {
  const title = run?.title ?? stories?.find(({ id }) => id === ask.storyId)?.title ?? ask.question;
  return nameOfStory(stories, run?.story ?? ask.storyId, title, shortName(title)).name;
}

interface AnswerRowProps {
  number: number;
  answer: SummaryAnswer;
  name: string;
  isMarked: boolean;
  rate: (rating: Rating) => Promise<void>;
}

function AnswerRow({ number, answer, name, isMarked, rate }: AnswerRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The sheet itself begins at its top.
    if (isMarked && !isFirst.current) row.current?.scrollIntoView({ block: 'nearest' });
    isFirst.current = false;
  }, [isMarked]);
  const { ask, run, next, meant } = answer;
  const isNamed = shortName(ask.question) === name;
  return (
    <tr ref={row} aria-current={isMarked ? 'true' : undefined}>
      <td>{number}</td>
      <th scope="row" dir="auto">
        <span title={run?.title}>{name}</span>
        {!isNamed && <small>{ask.question}</small>}
        {meant !== null && (
          <small data-over={!meant.fits}>
            {meant.fits ? 'It fits, too. ' : ''}The question belongs to “{shortName(meant.title)}”.
          </small>
        )}
        {run !== null && <small className="num">{followUpWords(run)}</small>}
      </th>
      {run === null ? (
        <td colSpan={5}>not answered</td>
      ) : (
        <>
          <td data-over={run.totalMs > run.targetMs}>
            {roundDuration(run.totalMs)}{' '}
            <small>{run.finished ? offTime(run.totalMs, run.targetMs) : 'stopped early'}</small>
          </td>
          <td data-name="left out" data-none={run.missed.length === 0}>
            {run.missed.length === 0 ? '–' : `${run.missed.length} of ${run.items}`}
          </td>
          <td data-name="peeks" data-none={run.peeks === 0}>
            {run.peeks === 0 ? '–' : run.peeks}
          </td>
          <td>
            <RowRatings run={run} name={name} rate={rate} />
          </td>
          <td data-name="next" data-none={next === null}>
            {nextDayWords(next)}
          </td>
        </>
      )}
    </tr>
  );
}

interface RowRatingsProps {
  run: NonNullable<SummaryAnswer['run']>;
  name: string;
  rate: AnswerRowProps['rate'];
}

/** The four ratings of an answer; while none is given, the suggested one is outlined. */
function RowRatings({ run, name, rate }: RowRatingsProps) {
  // A rating shows at once; what the program says afterwards counts.
  const [given, show] = useOptimistic(run.rating);
  const shown = ratingShown({ ...run, rating: given });
  return (
    // A <fieldset> suggests that an answer is required.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="row-ratings" role="group" aria-label={`Rating of ${name}`}>
      {ratings.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === given}
          data-suggested={given === null && each === shown}
          title={given === null && each === shown ? 'Suggested' : undefined}
          onMouseDown={keepFocus}
          onClick={() =>
            startTransition(async () => {
              show(each);
              await rate(each);
            })
          }
        >
          {ratingNames[each]}
        </button>
      ))}
    </div>
  );
}
