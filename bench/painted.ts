import type { Page } from '@playwright/test';

/** The action. */
type Act = { key: string; shift?: boolean } | { click: string; nth: number };

/** The outcome: an element appears, or its text changes. */
type Outcome = { appears: string } | { changes: string };

/** Milliseconds from an action in the page to the painted frame that shows its outcome. Elements are CSS selectors. */
export function msUntilPainted(page: Page, act: Act, outcome: Outcome): Promise<number> {
  return page.evaluate(
    async ({ doing, wanted }) => {
      const textIn = (selector: string) => document.querySelector(selector)?.textContent;
      const before = 'changes' in wanted ? textIn(wanted.changes) : undefined;
      const isThere = () =>
        'changes' in wanted ? textIn(wanted.changes) !== before : document.querySelector(wanted.appears) !== null;
      const { promise, resolve } = Promise.withResolvers<number>();
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        // The callback runs before the frame is painted; the task after it runs once that is done.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - start));
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const clicked = 'click' in doing ? document.querySelectorAll<HTMLElement>(doing.click)[doing.nth] : undefined;
      const start = performance.now();
      if ('key' in doing) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: doing.key, shiftKey: doing.shift ?? false }));
      } else clicked?.click();
      return promise;
    },
    { doing: act, wanted: outcome },
  );
}
