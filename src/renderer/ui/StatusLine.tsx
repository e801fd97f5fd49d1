import { useMemo } from 'react';
import { useStore } from 'zustand';
import { remarkOf, type Remark } from '../client/status-messages.ts';
import type { ViewState } from '../client/store.ts';
import { useProgram } from '../client/program-context.ts';
import { RemarkButtons } from './RemarkButtons.tsx';
import { useDismissKey } from '../client/use-dismiss-key.ts';
import { useMedia } from './use-media.ts';
import { useRemarkActions } from '../client/use-remark-actions.ts';

/** In a lower window a hint would cover the story; in a narrower one it would be cut off. */
const roomForHint = '(min-width: 440px) and (min-height: 151px)';

interface StatusLineProps {
  /** Adds a hint to what the line says, or to nothing (null), where there is room for it. */
  withHint?: (remark: Remark | null, view: ViewState) => Remark | null;
}

/** One sentence over the bottom edge, so that the outline stays where it is. */
export function StatusLine({ withHint }: StatusLineProps) {
  const view = useStore(useProgram().store);
  const run = useRemarkActions();
  const hasRoom = useMedia(roomForHint);
  const said = useMemo(() => remarkOf(view), [view]);
  const remark = useMemo(() => (hasRoom && withHint ? withHint(said, view) : said), [view, said, hasRoom, withHint]);
  const dismissal = remark?.actions.find(({ type }) => type === 'dismiss-failure' || type === 'dismiss-notice');
  useDismissKey(dismissal === undefined ? null : () => run(dismissal));
  const isError = remark?.tone === 'error';
  // Both regions are always in the page: assistive software reads out what appears in a region that it knows.
  return (
    <div className="remark" data-tone={remark?.tone ?? 'none'} data-first-keys={said === null && remark !== null}>
      <output className="remark-text clamped" title={isError ? undefined : remark?.text}>
        {isError ? '' : remark?.text}
      </output>
      <span className="remark-text clamped" role="alert" title={isError ? remark.text : undefined}>
        {isError ? remark.text : ''}
      </span>
      {remark !== null && <RemarkButtons actions={remark.actions} />}
    </div>
  );
}
