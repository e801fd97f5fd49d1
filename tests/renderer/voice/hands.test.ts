import { expect, test } from 'vitest';
import { watchHands } from '../../../src/renderer/voice/hands.ts';

/** A page’s window, in a browser that can float one above it; `floating` is there already. */
function page(floating: EventTarget | null = null) {
  const floats = Object.assign(new EventTarget(), { window: floating });
  const win = Object.assign(new EventTarget(), { documentPictureInPicture: floats });
  let acted = 0;
  const stop = watchHands(win as unknown as Window, () => (acted += 1));
  const float = (): EventTarget => {
    floats.window = new EventTarget();
    floats.dispatchEvent(new Event('enter'));
    return floats.window;
  };
  return { win, stop, float, acted: () => acted };
}

function act(win: EventTarget): void {
  for (const name of ['keydown', 'pointerdown', 'wheel']) win.dispatchEvent(new Event(name));
}

test('keys, clicks and the wheel count in the page and in a window that floats already', () => {
  const floating = new EventTarget();
  const { win, acted } = page(floating);
  act(win);
  act(floating);
  expect(acted()).toBe(6);
});

test('they count in windows that open later, each time, until nobody listens', () => {
  const { win, float, stop, acted } = page();
  act(float());
  const again = float();
  act(again);
  expect(acted()).toBe(6);
  stop();
  for (const each of [win, again, float()]) act(each);
  expect(acted()).toBe(6);
});

test('a browser without floating windows has the page’s alone', () => {
  const win = new EventTarget();
  let acted = 0;
  watchHands(win as unknown as Window, () => (acted += 1));
  act(win);
  expect(acted).toBe(3);
});
