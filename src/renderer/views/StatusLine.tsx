import { useMemo } from 'react';
import { useStore } from 'zustand';
import { remarkOf } from '../remarks.ts';
import { useProgram } from './program.ts';
import { RemarkButtons } from './RemarkButtons.tsx';

/** One sentence over the bottom edge, so that the outline stays where it is. */
export function StatusLine() {
  const view = useStore(useProgram().store);
  const remark = useMemo(() => remarkOf(view), [view]);
  const isError = remark?.tone === 'error';
  // Both regions are always there: assistive software reads out what comes into a region that it knows.
  return (
    <div className="remark" data-tone={remark?.tone ?? 'none'}>
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
