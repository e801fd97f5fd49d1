import * as v from 'valibot';
import type { EventName, Result } from '../core/contract/contract.ts';
import { parseJson } from '../core/values.ts';

/** What goes over the socket to a view: the answer to one of its calls, or an event. */
export type ToView = { id: number; result: Result<unknown> } | { event: EventName; payload: unknown };

/** What a view sends: a call by name, and a number of its own by which it knows the answer. */
const fromView = v.object({
  id: v.pipe(v.number(), v.integer()),
  call: v.string(),
  input: v.optional(v.unknown()),
});
export type FromView = v.InferOutput<typeof fromView>;

/** A view's message out of text from outside; null where it isn't one and so can't even be answered. */
export function readMessage(text: string): FromView | null {
  const parsed = v.safeParse(fromView, parseJson(text));
  return parsed.success ? parsed.output : null;
}
