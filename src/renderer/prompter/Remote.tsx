import { useMemo, useRef } from 'react';
import { keyLabel } from '../../core/contract/commands.ts';
import type { AppState, Prompt, StoryBrief } from '../../core/contract/contract.ts';
import { useKeys } from '../client/keys.ts';
import { useProgram, useView } from '../client/program-context.ts';
import { shownSession, showFailure } from '../client/store.ts';
import { usePrompterFrame } from '../client/use-frame.ts';
import { MatchList } from '../search/MatchList.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { useSearch } from '../search/use-search.ts';
import { keepFocus } from '../ui/focus.ts';
import { NoStory } from '../ui/NoStory.tsx';
import { StatusLine } from '../ui/StatusLine.tsx';
import { StoryName } from '../ui/StoryName.tsx';
import type { Float } from '../ui/use-float.ts';
import { useMedia } from '../ui/use-media.ts';
import { ControlButtons } from './Controls.tsx';
import { Header } from './Header.tsx';
import { NextRows } from './NextRows.tsx';
import { PaceBar } from './PaceBar.tsx';
import { clockSettings } from './clock.ts';
import './remote.css';
import { remoteGroups } from './remote-groups.ts';

/** The page while the prompter floats above it: all stories, and everything that one can do to the prompter, at a click. */
export function Remote({ float }: { float: Float }) {
  const app = useView((state) => state.app);
  const prompt = app?.session.prompt ?? null;
  return (
    <main className="remote" aria-label="Remote">
      <h1 className="unseen">Offbook</h1>
      {app === null || prompt === null ? (
        <NoStory />
      ) : (
        <>
          <Stories app={app} prompt={prompt} />
          <Story app={app} prompt={prompt} float={float} />
        </>
      )}
      <StatusLine />
    </main>
  );
}

interface PartProps {
  app: AppState;
  prompt: Prompt;
}

/** The search, and below it what it finds, or all stories: the pinned ones first. */
function Stories({ app: { library, settings }, prompt: { storyId } }: PartProps) {
  const { bridge, store } = useProgram();
  const field = useRef<HTMLInputElement>(null);
  const open = (id: string, alternate: number | null): void =>
    void bridge.openStory({ id, variant: null, alternate }).then((result) => showFailure(store, result));
  const leave = (): void => {
    search.type('');
    // So that the keys are the prompter's again.
    field.current?.blur();
  };
  const search = useSearch({
    isListed: (match) => library.stories.some(({ id, planned }) => id === match.storyId && !planned),
    picked: (match) => {
      open(match.storyId, match.alternate);
      leave();
    },
    left: leave,
  });
  useKeys(({ command }) => {
    if (command !== 'find-story') return false;
    field.current?.focus();
    field.current?.select();
    return true;
  });
  const groups = useMemo(() => remoteGroups(library.stories, settings.pins), [library.stories, settings.pins]);
  return (
    <aside className="remote-stories" aria-label="Stories">
      <SearchField search={search} ref={field} />
      {search.words.trim() === '' ? (
        groups.map(({ name, stories }) => (
          <section key={name} aria-label={name}>
            <h2 dir="auto">{name}</h2>
            <ul>
              {stories.map(({ story, pin }) => (
                <li key={story.id}>
                  <StoryButton
                    story={story}
                    pin={pin}
                    isShown={story.id === storyId}
                    open={() => open(story.id, null)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <MatchList search={search} />
      )}
    </aside>
  );
}

interface StoryButtonProps {
  story: StoryBrief;
  /** Its key; null without one. */
  pin: string | null;
  isShown: boolean;
  open: () => void;
}

function StoryButton({ story, pin, isShown, open }: StoryButtonProps) {
  return (
    <button
      type="button"
      className="remote-story"
      title={story.title}
      aria-current={isShown ? 'true' : undefined}
      onMouseDown={keepFocus}
      onClick={open}
    >
      <span className="remote-name" dir="auto">
        <StoryName story={story} />
      </span>
      {pin !== null && (
        <kbd>
          <span className="unseen">key </span>
          {pin}
        </kbd>
      )}
    </button>
  );
}

/** The story on the prompter: its clock, its rows from now on, the controls, and what may be asked. */
function Story({ app, prompt, float }: PartProps & { float: Float }) {
  const prediction = useView((state) => state.prediction);
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const shown = useMemo(() => shownSession(app, prediction), [app, prediction]);
  const clock = clockSettings(shown.rehearsing?.phase ?? null, app.settings);
  const frame = usePrompterFrame(shown, clock);
  const row = prompt.sections.flatMap(({ items }) => items)[frame.rowIndex];
  return (
    <div className="remote-story-now">
      <Header
        prompt={prompt}
        status={shown.session.status.kind}
        frame={frame}
        countUp={clock.countUp}
        rehearsing={shown.rehearsing}
      >
        {null}
      </Header>
      <PaceBar shown={shown} frame={frame} reduced={reduced} />
      <div className="controls-panel" role="toolbar" aria-label="Controls">
        <ControlButtons session={shown.session} float={null} isNamed leftOut="find-story" />
      </div>
      {row !== undefined && (
        <section className="remote-rows" aria-label="Now">
          <p dir={prompt.direction}>{row.text}</p>
          <NextRows sections={prompt.sections} direction={prompt.direction} rowIndex={frame.rowIndex} />
        </section>
      )}
      <MayAskHere prompt={prompt} />
      <footer className="remote-foot">
        <p>The prompter floats in its own window. Keep this tab open: closing it closes the window.</p>
        <button
          type="button"
          className="button"
          title={`Bring it back (${keyLabel('toggle-prompter')})`}
          onClick={float.toggle}
        >
          Bring it back
        </button>
      </footer>
    </div>
  );
}

/** The follow-ups. A click on a prepared one shows its answer, here and on the prompter; another one goes back. */
function MayAskHere({ prompt: { followUps, reached, followUp, direction } }: { prompt: Prompt }) {
  const { bridge, store } = useProgram();
  if (followUps.length === 0) return null;
  const show = (index: number | null): void =>
    void bridge.showFollowUp({ index }).then((result) => showFailure(store, result));
  return (
    <section className="remote-asked" aria-label="They may ask">
      <h2>They may ask</h2>
      <ul>
        {followUps.map(({ question, answer }, index) => (
          <li key={index} dir={direction} aria-current={index === reached ? 'true' : undefined}>
            {answer === '' ? (
              question
            ) : (
              <button
                type="button"
                className="link"
                aria-expanded={index === followUp}
                onMouseDown={keepFocus}
                onClick={() => show(index === followUp ? null : index)}
              >
                {question}
              </button>
            )}
            {index === followUp && (
              <div className="remote-answer">
                {answer.split(/\n+/u).map((line, at) => (
                  <p key={at}>{line}</p>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
