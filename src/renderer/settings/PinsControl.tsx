import { pinSlots } from '../../core/settings/table.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { Icon } from '../ui/Icon.tsx';
import { useDesk } from './settings-context.ts';

/** The stories on the keys 1 to 9. They are put there in the library; here they can be taken off. */
export function PinsControl({ pins }: { pins: Settings['pins'] }) {
  const { app, actions } = useDesk();
  const pinned = pinSlots.flatMap((slot) => {
    const id = pins[slot]?.id;
    return id === undefined ? [] : [{ slot, id, story: app.library.stories.find((story) => story.id === id) }];
  });
  if (pinned.length === 0) return <p className="setting-help">None yet. “Pin” in the library puts a story on a key.</p>;
  return (
    <ul className="pins" aria-label="Pinned stories by key">
      {pinned.map(({ slot, id, story }) => {
        const title = story?.title ?? id;
        return (
          <li key={slot} className="pins-row">
            <kbd>{slot}</kbd>
            <span className="pins-title">
              {title}
              {story === undefined && <span className="setting-remark"> is in none of the folders now</span>}
            </span>
            <button
              type="button"
              className="control"
              aria-label={`Unpin ${title}`}
              title={`Take it off the key ${slot}`}
              onClick={() => actions.unpin(id, title)}
            >
              <Icon name="dismiss" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
