import { parse, stringify } from 'devalue';

/*
 * Structured clones as text, for the way between a page and the test, which carries only text. What it can't carry
 * throws rather than arriving as something different. Of an error its name and its message arrive.
 */

/** A value as text. Throws for what isn't carried. */
export function toText(value: unknown): string {
  return stringify(value, { Error: (part: unknown) => part instanceof Error && [part.name, part.message] });
}

/** The value of a text that `toText` made. */
export function fromText(text: string): unknown {
  return parse(text, {
    Error: ([name, message]: [string, string]) => Object.assign(new Error(message), { name }),
  }) as unknown;
}
