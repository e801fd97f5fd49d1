import type { StoryBrief } from '../../core/contract/contract.ts';
import type { JoinOffer } from '../../core/rehearsal/history.ts';
import { shortNames } from '../../core/stories/short-names.ts';
import { counted } from '../ui/format/story.ts';
import { showFailure } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { MoreButton, useShowMore } from '../ui/MoreButton.tsx';

const firstOffers = 3;

interface JoinOffersProps {
  offers: readonly JoinOffer[];
  briefs: readonly StoryBrief[];
}

/** Runs of stories that are gone but may go on under another heading. The person decides. */
export function JoinOffers({ offers, briefs }: JoinOffersProps) {
  const { bridge, store } = useProgram();
  const shown = useShowMore(offers.length, firstOffers);
  if (offers.length === 0) return null;
  const join = async (from: string, to: string | null): Promise<void> => {
    showFailure(store, await bridge.joinHistory({ from, to }));
  };
  const titles = new Map(briefs.map(({ id, title }) => [id, title]));
  return (
    <section className="progress-part offers" aria-label="Renamed stories">
      <ul>
        {offers.slice(0, shown.count).map(({ from, fromTitle, to, runs, why }) => {
          const title = titles.get(to) ?? to;
          // Maybe only the beginning of the question has changed: then both keep it.
          const names = shortNames([
            { id: from, title: fromTitle },
            { id: to, title },
          ]);
          const [fromName, name] = [names.get(from) ?? fromTitle, names.get(to) ?? title];
          return (
            <li key={from}>
              <p>
                <b dir="auto" title={fromTitle}>
                  “{fromName}”
                </b>{' '}
                isn’t in your files any more. Are its {counted(runs, 'run')} those of{' '}
                <b dir="auto" title={title}>
                  “{name}”
                </b>
                ? <span className="part-note">({why})</span>
              </p>
              <div className="offer-actions">
                <button
                  type="button"
                  className="button"
                  aria-label={`Join ${fromName} with ${name}`}
                  onClick={() => void join(from, to)}
                >
                  Join
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={`Not the same: ${fromName}`}
                  title="Its runs stay in the log, and Offbook won’t ask again"
                  onClick={() => void join(from, null)}
                >
                  Not the same
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <MoreButton shown={shown} noun="renamed story" nouns="renamed stories" />
    </section>
  );
}
