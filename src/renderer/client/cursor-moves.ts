import type { Bridge } from '../../core/contract/contract.ts';
import { programNowMs, showFailure, type ViewStore } from './store.ts';

/**
 * Moves the cursor at once on this screen, and then in the program. Only one call is under way at a time:
 * where the wheel turns faster than answers come, the last place wins. Snapshots that arrive meanwhile don't
 * pull the cursor back.
 */
export function setUpCursorMoves(
  store: ViewStore,
  bridge: Pick<Bridge, 'moveCursor'>,
  nowMs: () => number,
): (cursorMs: number) => void {
  let wantedMs: number | null = null;
  let underWay = false;

  return function moveCursor(cursorMs: number): void {
    store.setState((state) => ({
      prediction: {
        storyId: state.app?.session.prompt?.storyId,
        cursorMs,
        atMs: programNowMs(state, nowMs()),
      },
    }));
    wantedMs = cursorMs;
    if (!underWay) void send();
  };

  async function send(): Promise<void> {
    underWay = true;
    while (wantedMs !== null) {
      const cursorMs = wantedMs;
      wantedMs = null;
      showFailure(store, await bridge.moveCursor({ cursorMs }));
    }
    underWay = false;
    store.setState({ prediction: null });
  }
}
