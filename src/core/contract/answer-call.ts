import * as v from 'valibot';
import { shortened } from '../values.ts';
import { calls, type CallName, type Handlers, type Result } from './contract.ts';

/** An error quotes at most this many characters from outside, so that a long argument isn't sent back whole. */
const longestQuote = 60;

/**
 * Handles a call from outside: the name must be that of a call, and the argument must match its schema. Never throws;
 * the text of an error says which call it was and what was wrong with it.
 */
export async function answerCall(handlers: Handlers, name: unknown, input: unknown): Promise<Result<unknown>> {
  // Never String() it: an object from outside can have a toString that throws.
  if (typeof name !== 'string') return { ok: false, error: `A call’s name must be text, not ${typeof name}.` };
  if (!Object.hasOwn(calls, name)) return { ok: false, error: `Unknown call “${shortened(name, longestQuote)}”.` };
  const known = name as CallName;
  try {
    const parsed = v.safeParse(calls[known].input, input);
    if (!parsed.success) return { ok: false, error: refusal(known, parsed.issues[0]) };
    const handler = handlers[known] as (argument: unknown) => unknown;
    return { ok: true, value: await handler(parsed.output) };
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
    return { ok: false, error: why || `The call “${known}” failed and didn’t say why.` };
  }
}

function refusal(name: CallName, issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  const why = issue.message.replace(issue.received, () => shortened(issue.received, longestQuote));
  return `The call “${name}” was refused: ${where ? `${shortened(where, longestQuote)}: ` : ''}${why}.`;
}
