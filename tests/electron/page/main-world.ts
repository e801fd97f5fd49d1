import { openLine } from './world-line.ts';

/*
 * Runs in the world of a page's own scripts, before them: puts what the preload exposes on `window`, frozen
 * and not to be replaced.
 */
if (window === window.parent) {
  openLine('main', (key, api) => {
    if (Object.hasOwn(window, key as string)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(window, key as string, { value: frozen(api), enumerable: true });
  });
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
