import createModule from 'soundswallower';
import { expect, test } from 'vitest';
import { modelOf } from '../../../bench/voice/follow.ts';
import type { WordGrammar } from '../../../src/core/voice/grammar.ts';
import { soundRate } from '../../../src/core/voice/sound.ts';
import { createEngine, type Model, type SpeechModule } from '../../../src/renderer/voice/engine.ts';

const model = modelOf('en');
const newModule = async () => (await createModule({ printErr: () => {} })) as unknown as SpeechModule;
const grammar = (pronunciation: string): WordGrammar => ({
  states: 2,
  start: 0,
  words: [{ name: 'kettle@0', pronunciations: [pronunciation, 'K AE T AH L'] }],
  arcs: [
    { from: 0, to: 1, probability: 0.5, word: 0 },
    { from: 1, to: 0, probability: 1, word: null },
  ],
});
/** A second of silence, or of a tone that isn’t speech. */
const sound = (level: number): Float32Array =>
  Float32Array.from({ length: soundRate }, (_, at) => level * Math.sin(at / 3));

test('with the package’s model it listens, again and again, and tells silence from sound', async () => {
  const engine = createEngine(await newModule(), model);
  engine.setGrammar(grammar('K EH T AH L'));
  for (let time = 0; time < 3; time += 1) {
    engine.start();
    engine.process(sound(0));
    const segments = engine.segments();
    expect(segments.length).toBeGreaterThan(0);
    for (const { word } of segments) expect(word).toMatch(/^(?:<sil>|\(NULL\))$/);
    expect(segments.at(-1)?.end).toBeGreaterThan(80);
    engine.stop();
  }
  // The same words in another grammar.
  engine.setGrammar(grammar('K EH T AH L'));
  engine.close();
});

test('a model that is cut off, and a word with unknown sounds, are errors that say so', async () => {
  const module = await newModule();
  const cut: Model = { ...model, mdef: model.mdef.slice(0, 100) };
  expect(() => createEngine(module, cut)).toThrow('The recogniser couldn’t read its mdef.');
  const engine = createEngine(await newModule(), model);
  expect(() => engine.setGrammar(grammar('K EH QQ'))).toThrow('couldn’t take the word kettle@0');
});
