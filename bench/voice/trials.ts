import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/cli/project-root.ts';
import { languageFor, type RecogniserLanguage } from '../../src/core/voice/language.ts';
import { soundRate } from '../../src/core/voice/sound.ts';
import type { Model } from '../../src/renderer/voice/engine.ts';
import { prepare, type Prepared, readStory } from './answers.ts';
import { denoised, modelOf } from './follow.ts';
import { readWav, say, type Spoken, voicesFor, withNoise } from './sound.ts';
import {
  another,
  paraphrase,
  readTelling,
  reordered,
  type Telling,
  withFillers,
  withRowsLeftOut,
  wordForWord,
} from './tellings.ts';

/** A telling of a story by a voice. */
export interface Trial {
  story: string;
  language: RecogniserLanguage;
  prepared: Prepared;
  model: Model;
  telling: Telling;
  voice: string;
  place: Place;
  sound: () => Spoken;
}

/** `cleaned`: noisy, with the noise taken out. */
type Place = 'quiet' | 'noisy' | 'cleaned';

/** In decibels: as loud as in a busy café. */
const noiseBelowSpeech = 10;

const fillers = { en: ['um', 'uh', 'you know'], fr: ['euh', 'enfin', 'voilà'] } as const;

interface Kind {
  make: (given: Telling, prepared: Prepared, language: RecogniserLanguage) => Telling;
  /** Each story has another voice. */
  turn: number;
  place?: Place;
}

/** Each kind of telling. */
const kinds: Kind[] = [
  { make: (_, { script }) => wordForWord(script.positions), turn: 2 },
  { make: paraphrase, turn: 0 },
  { make: withRowsLeftOut, turn: 1 },
  { make: reordered, turn: 2 },
  { make: (given, _, language) => withFillers(given, fillers[language]), turn: 0 },
  { make: paraphrase, turn: 2, place: 'noisy' },
  { make: paraphrase, turn: 2, place: 'cleaned' },
  { make: withRowsLeftOut, turn: 0, place: 'cleaned' },
];

const folder = path.join(projectRoot, 'bench/voice');
const english = ['letters', 'crash', 'buses'];

/** All kinds of tellings of the stories in this folder. */
export function ownTrials(): Trial[] {
  const tellingOf = (name: string): Telling =>
    readTelling(name, readFileSync(path.join(folder, `${name}.txt`), 'utf8'));
  return [...english, 'cantine'].flatMap((name, index) => {
    const language = name === 'cantine' ? 'fr' : 'en';
    const model = modelOf(language);
    const prepared = prepare(readStory(path.join(folder, `${name}.md`), null), language, model);
    const other = english[(index + 1) % english.length] ?? name;
    const anotherStory = (place: Place): Kind => ({ make: () => another(tellingOf(other)), turn: 2, place });
    const voices = voicesFor(language).filter((voice) => language === 'fr' || !voice.name.startsWith('pico'));
    const others = language === 'en' ? [anotherStory('quiet'), anotherStory('cleaned')] : [];
    return [...kinds, ...others].flatMap(({ make, turn, place = 'quiet' }) => {
      const voice = voices[(index + turn) % voices.length];
      if (voice === undefined) return [];
      const telling = make(tellingOf(name), prepared, language);
      const sound = (): Spoken => inPlace(say(telling.lines, voice), place);
      return [{ story: name, language, prepared, model, telling, voice: voice.name, place, sound }];
    });
  });
}

/**
 * The tellings in somebody’s folder, of a story in a file: `NAME.txt`, told by `NAME.wav` beside it or else by each voice
 * of the computer, these also in noise. Throws if there are none, or no model for the story’s language.
 */
export function trialsIn(tellings: string, storyFile: string, id: string | null): Trial[] {
  const story = readStory(storyFile, id);
  const language = languageFor(story.answer.map(({ text }) => text).join('\n'));
  if (language === null) throw new Error(`${storyFile}: Offbook has no model for the language of “${story.title}”.`);
  const model = modelOf(language);
  const prepared = prepare(story, language, model);
  const names = readdirSync(tellings).filter((file) => file.endsWith('.txt'));
  if (names.length === 0) throw new Error(`${tellings} has no tellings, such as NAME.txt.`);
  return names.flatMap((file) => {
    const telling = readTelling(path.basename(file, '.txt'), readFileSync(path.join(tellings, file), 'utf8'));
    const shared = { story: story.title, language, prepared, model, telling };
    const recording = path.join(tellings, `${telling.name}.wav`);
    if (existsSync(recording)) {
      return { ...shared, voice: 'own', place: 'quiet', sound: () => recorded(recording, telling) } satisfies Trial;
    }
    return voicesFor(language).flatMap((voice) =>
      (['quiet', 'noisy', 'cleaned'] as const).map((place) => {
        const sound = (): Spoken => inPlace(say(telling.lines, voice), place);
        return { ...shared, voice: voice.name, place, sound };
      }),
    );
  });
}

/** A recording, with the times of its lines if they were noted. */
function recorded(file: string, { lines }: Telling): Spoken {
  const samples = readWav(readFileSync(file));
  const starts = lines.flatMap(({ startS }) => (startS === null ? [] : [startS * 1000]));
  if (starts.length < lines.length) return { samples, times: [] };
  const ends = [...starts.slice(1), (samples.length * 1000) / soundRate];
  return { samples, times: starts.map((startMs, index) => ({ startMs, endMs: ends[index] ?? startMs })) };
}

function inPlace({ samples, times }: Spoken, place: Place): Spoken {
  if (place === 'quiet') return { samples, times };
  const noisy = withNoise(samples, noiseBelowSpeech);
  return { samples: place === 'noisy' ? noisy : denoised(noisy), times };
}
