import type { Plan } from '../../core/prompter/plan.ts';
import type { Prompt, SessionState } from '../../core/prompter/prompt.ts';
import { fadeText, type FadeLevel } from '../../core/rehearsal/fade.ts';
import type { Ask } from '../../core/rehearsal/questions.ts';
import { neverReached } from '../../core/rehearsal/run-times.ts';
import { recordOf, type RunRecord } from '../../core/rehearsal/record.ts';
import { reduceRun, type RunAction } from '../../core/rehearsal/reduce-run.ts';
import { runAt, startRun, type RehearsalRun } from '../../core/rehearsal/run.ts';
import type { AnswerSection, OutlineSection, Story } from '../../core/stories/model.ts';

/** A question that is being answered, with the story as it was when it was asked: a save meanwhile changes nothing. */
export interface AskedRun {
  ask: Ask;
  story: Story;
  plan: Plan;
  run: RehearsalRun;
  /** When the run ended by the wall clock, as the log dates it; null while it goes on. */
  endedAt: string | null;
}

/** Both clocks at one moment. `date` is as the log has it. */
export interface Now {
  nowMs: number;
  date: string;
}

/** Asks a question now. `thinkMs` is what the person may think; 0 begins with speaking. */
export function askNow(
  ask: Ask,
  story: Story,
  options: { plan: Plan; thinkMs: number; level: FadeLevel },
  nowMs: number,
): AskedRun {
  return { ask, story, plan: options.plan, run: startRun(options, nowMs), endedAt: null };
}

/**
 * After an action, or (null) as it stands by itself: the think time may be over. What a run never came to when it ends
 * begins as left out.
 */
export function actOnAsked(asked: AskedRun, action: RunAction | null, { nowMs, date }: Now): AskedRun {
  const after = action === null ? runAt(asked.run, nowMs) : reduceRun(asked.run, action, nowMs);
  if (after === asked.run) return asked;
  const hasEnded = after.phase === 'ended' && asked.run.phase !== 'ended';
  const run = hasEnded ? { ...after, missed: neverReached(asked.plan, after) } : after;
  return { ...asked, run, endedAt: run.phase === 'ended' ? (asked.endedAt ?? date) : null };
}

/** As it would be logged now; null while nothing was said. */
export function recordNow({ run, story, ask, endedAt }: AskedRun, { nowMs, date }: Now): RunRecord | null {
  return recordOf(run, { story, variant: null, ask, at: endedAt ?? date }, nowMs);
}

/** What is asked, and the story that answers it, with nothing hidden. */
export function promptOf({ story, ask }: AskedRun): Prompt {
  const asked = story.alternates.findIndex(({ question }) => question === ask.question);
  const alternate = ask.kind === 'alternate' && asked !== -1 ? asked : null;
  return {
    storyId: story.id,
    variant: null,
    variantTitle: null,
    group: story.group,
    title: story.title,
    question: ask.question,
    alternate,
    notes: alternate === null ? [] : (story.alternates[alternate]?.notes ?? []),
    derived: story.outline.derived,
    sections: story.outline.sections,
  };
}

/**
 * The prompter while a run goes: the outline as much as the level shows of it, or while thinking the question alone,
 * since the story must be found. Null once the run ended.
 */
export function prompterState(asked: AskedRun, at: number, of: number, nowMs: number): SessionState | null {
  const { run, plan } = asked;
  if (run.phase === 'ended') return null;
  const rehearsing = { phase: run.phase, at, of };
  const session = run.clock;
  if (run.phase === 'thinking') {
    const thinking: Plan = { targetMs: session.targetMs, estimateMs: null, sections: [], rows: [] };
    return {
      prompt: questionPrompt('Think', asked.ask.question),
      plan: thinking,
      session,
      rehearsing,
      sentAtMs: nowMs,
    };
  }
  const prompt = promptOf(asked);
  const level = run.peeking ? 'outline' : run.level;
  const faded = { ...prompt, notes: fadeNotes(prompt.notes, level), sections: fadeSections(prompt.sections, level) };
  return { prompt: faded, plan, session, rehearsing, sentAtMs: nowMs };
}

/** A question alone on the prompter, under a title that says what to do with it. */
export function questionPrompt(title: string, question: string | null): Prompt {
  return {
    storyId: '',
    variant: null,
    variantTitle: null,
    group: null,
    title,
    question,
    alternate: null,
    notes: [],
    derived: false,
    sections: [],
  };
}

function fadeSections(sections: readonly OutlineSection[], level: FadeLevel): OutlineSection[] {
  return sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, text: fadeText(item.text, level) })),
  }));
}

function fadeNotes(notes: readonly AnswerSection[], level: FadeLevel): AnswerSection[] {
  return level === 'nothing' ? [] : notes.map((note) => ({ ...note, text: fadeText(note.text, level) }));
}
