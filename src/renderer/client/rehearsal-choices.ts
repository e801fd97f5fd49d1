import type { RehearsalSetup } from '../../core/rehearsal/questions.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** What the person chose for rehearsals and isn’t a setting. Kept while the page is open. */
export interface Chosen {
  stories: RehearsalSetup['stories'];
  order: RehearsalSetup['order'];
  questions: QuestionChoice;
  targetMs: number | null;
  mockCount: number;
  /** The choices that few people change are open. */
  showsMore: boolean;
}

export const firstChoice: Readonly<Chosen> = {
  stories: { which: 'due' },
  order: 'weakest',
  questions: 'own',
  targetMs: null,
  mockCount: 5,
  showsMore: false,
};

/** Which questions are asked (`one`: where there is only one story), and whether follow-ups come after the answer. */
export const questionChoices = {
  own: {
    label: 'with their main questions',
    one: 'with its main question',
    alternates: false,
    followUps: false,
  },
  'own-follow': {
    label: 'with their main questions and follow-ups',
    one: 'with its main question and a follow-up',
    alternates: false,
    followUps: true,
  },
  all: {
    label: 'with any of their questions',
    one: 'with any of its questions',
    alternates: true,
    followUps: false,
  },
  'all-follow': {
    label: 'with any of their questions and follow-ups',
    one: 'with any of its questions and a follow-up',
    alternates: true,
    followUps: true,
  },
} as const;
export type QuestionChoice = keyof typeof questionChoices;

/** The settings that a rehearsal goes by. */
export type RehearsalSettings = Pick<Settings, 'rehearseFor' | 'thinkMs' | 'fadeLevel'>;

/** The setup of a rehearsal of these stories, by the last choices. Stories named one by one have no time limit. */
export function setupOf(
  stories: RehearsalSetup['stories'],
  { order, questions, targetMs }: Chosen,
  { rehearseFor, thinkMs, fadeLevel }: RehearsalSettings,
): RehearsalSetup {
  const { alternates, followUps } = questionChoices[questions];
  const isNamed = stories.which === 'one' || stories.which === 'some';
  const budgetMs = isNamed || rehearseFor === 'all' ? null : Number(rehearseFor) * 60_000;
  return { stories, budgetMs, order, alternates, followUps, thinkMs, level: fadeLevel, targetMs };
}
