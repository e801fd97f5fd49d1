import { pictureInPictureOf } from '../ui/use-float.ts';

/** Calls back when the person acts by key, pointer or wheel, in a page’s window or in one that floats above it, now or later. */
export function watchHands(win: Window, acted: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  function watch(each: EventTarget): void {
    for (const name of ['keydown', 'pointerdown', 'wheel']) {
      each.addEventListener(name, acted, { capture: true, passive: true, signal });
    }
  }
  const floats = pictureInPictureOf(win);
  function watchFloating(): void {
    const floating = floats?.window ?? null;
    if (floating !== null) watch(floating);
  }
  watch(win);
  watchFloating();
  floats?.addEventListener('enter', watchFloating, { signal });
  return () => over.abort();
}
