/*
 * In a file of its own: the page’s first paint needs it, and shouldn’t load the notices for it.
 */

/** How long it takes to notice a message while telling a story. */
const noticedInMs = 3000;

/** Adults read 238 words a minute silently, on average (Brysbaert, 2019). */
const wordReadInMs = 60_000 / 238;

/** How long an info stays, in milliseconds: just long enough to notice and read it, because it hides a line of the story. */
export function infoForMs(text: string): number {
  return noticedInMs + text.split(/\s+/u).filter(Boolean).length * wordReadInMs;
}
