import type { SessionState } from '../../core/prompter/prompt.ts';
import { newSession, reduceSession } from '../../core/prompter/session.ts';
import { questionPrompt } from './question-run.ts';
import type { Flow } from './rehearsal-flow.ts';

/** A follow-up has no target. A clock wants one all the same: as long as none is spoken. */
const noTargetMs = 3_600_000;

/** The prompter while a follow-up is asked: the question alone, and the time since; null at any other step. */
export function followUpState(flow: Flow, nowMs: number): SessionState | null {
  const { step, asked, followUpAtMs, at, asks } = flow;
  if (step !== 'followUp' || followUpAtMs === null) return null;
  const session = reduceSession(newSession(noTargetMs, 'step', 1), { type: 'play' }, followUpAtMs);
  return {
    prompt: questionPrompt('Follow-up', asked.ask.followUp),
    plan: { targetMs: noTargetMs, estimateMs: null, sections: [], rows: [] },
    session,
    rehearsing: { phase: 'followUp', at, of: asks.length },
    sentAtMs: nowMs,
  };
}
