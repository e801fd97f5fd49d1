import type { RemarkAction } from '../client/outcome.ts';
import { Icon } from './Icon.tsx';
import { actionLabels, useRemarkActions } from './use-remark-actions.ts';

/** The buttons that act on a remark or dismiss it. */
export function RemarkButtons({ actions }: { actions: readonly RemarkAction[] }) {
  const run = useRemarkActions();
  return actions.map((action) => {
    const label = actionLabels[action.type];
    const isCross = label === 'Dismiss';
    return (
      <button
        key={action.type}
        type="button"
        className={isCross ? 'control' : 'button'}
        aria-label={isCross ? label : undefined}
        title={isCross ? label : undefined}
        onClick={() => run(action)}
      >
        {isCross ? <Icon name="dismiss" /> : label}
      </button>
    );
  });
}
