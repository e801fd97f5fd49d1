import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { isFirstKeys, withFirstKeys } from '../prompter/first-keys.ts';
import { remarkOf } from '../client/status-messages.ts';
import { useProgram, ViewContext } from '../client/program-context.ts';
import { RemarkButtons } from './RemarkButtons.tsx';
import { useDismissKey } from '../client/keys.ts';
import { useMedia } from './use-media.ts';
import { useRemarkActions } from './use-remark-actions.ts';

/** In a window that is lower, the line would cover the story; in a narrower one it would be cut. */
const roomForKeys = '(min-width: 440px) and (min-height: 151px)';

/** One sentence over the bottom edge, so that the outline stays where it is. */
export function StatusLine() {
  const view = useStore(useProgram().store);
  const run = useRemarkActions();
  const isPrompter = useContext(ViewContext) === 'prompter';
  const hasKeys = useMedia(roomForKeys) && isPrompter;
  const remark = useMemo(() => (hasKeys ? withFirstKeys(remarkOf(view), view) : remarkOf(view)), [view, hasKeys]);
  const dismissal = remark?.actions.find(({ type }) => type === 'dismiss-failure' || type === 'dismiss-notice');
  useDismissKey(dismissal === undefined ? null : () => run(dismissal));
  const isError = remark?.tone === 'error';
  // Both regions are always there: assistive software reads out what comes into a region that it knows.
  return (
    <div className="remark" data-tone={remark?.tone ?? 'none'} data-first-keys={isFirstKeys(remark)}>
      <output className="remark-text" title={isError ? undefined : remark?.text}>
        {isError ? '' : remark?.text}
      </output>
      <span className="remark-text" role="alert" title={isError ? remark.text : undefined}>
        {isError ? remark.text : ''}
      </span>
      {remark !== null && <RemarkButtons actions={remark.actions} />}
    </div>
  );
}
