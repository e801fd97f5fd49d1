import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { useDismissKey } from '../client/keys.ts';
import { useProgram, ViewContext } from '../client/program-context.ts';
import { isFirstKeys, remarkOf } from '../client/status-messages.ts';
import { RemarkButtons } from './RemarkButtons.tsx';
import { useMedia } from './use-media.ts';
import { useRemarkActions } from './use-remark-actions.ts';

/** In a lower window the first keys would cover the story; in a narrower one they would be cut. */
const roomForKeys = '(min-width: 440px) and (min-height: 151px)';

/** In a large window the first screen explains more than the keys, above the outline. */
export const roomForSteps = '(min-width: 700px) and (min-height: 660px)';

interface StatusLineProps {
  className?: string;
  /** Whether to say where a floating window belongs. */
  floatPlace?: boolean;
}

/** One sentence over the bottom edge, so that nothing in the view moves. */
export function StatusLine({ className = '', floatPlace = false }: StatusLineProps) {
  const state = useStore(useProgram().store);
  const view = useContext(ViewContext);
  const run = useRemarkActions();
  const firstSteps = useMedia(roomForSteps) && view === 'prompter';
  const firstKeys = useMedia(roomForKeys) && !firstSteps;
  const remark = useMemo(
    () => remarkOf(state, view, { firstKeys, firstSteps, floatPlace }),
    [state, view, firstKeys, firstSteps, floatPlace],
  );
  const dismissal = remark?.actions.find(({ type }) => type === 'dismiss-outcome' || type === 'dismiss-notice');
  useDismissKey(dismissal === undefined ? null : () => run(dismissal));
  const isError = remark?.tone === 'error';
  // Both regions are always there: assistive software reads out only what appears in a region that it already knows.
  return (
    <div className={`remark ${className}`} data-tone={remark?.tone ?? 'none'} data-first-keys={isFirstKeys(remark)}>
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
