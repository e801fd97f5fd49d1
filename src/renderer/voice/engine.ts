/* oxlint-disable no-underscore-dangle -- Emscripten puts one before the names of C functions. */
import type { Segment } from '../../core/voice/evidence.ts';
import type { WordGrammar } from '../../core/voice/grammar.ts';
import { soundRate } from '../../core/voice/sound.ts';

/*
 * Soundswallower (PocketSphinx as WebAssembly), called through its C functions: its own JavaScript reads models by
 * path, takes grammars as text only, and gives words without the state of the search.
 */

/** What Offbook uses of the module that the package makes. Pointers are numbers. */
export interface SpeechModule {
  HEAPU8: Uint8Array;
  _malloc: (bytes: number) => number;
  _free: (pointer: number) => void;
  _config_parse_json: (config: number, json: number) => number;
  _config_float: (config: number, key: number) => number;
  _decoder_create: (config: number) => number;
  _decoder_free: (decoder: number) => number;
  _decoder_config: (decoder: number) => number;
  _decoder_logmath: (decoder: number) => number;
  _decoder_init_cleanup: (decoder: number) => number;
  _decoder_init_fe: (decoder: number) => number;
  _decoder_init_feat_s3file: (decoder: number, lda: number) => number;
  _decoder_init_acmod_pre: (decoder: number) => number;
  _decoder_init_acmod_post: (decoder: number) => number;
  _decoder_init_dict_s3file: (decoder: number, words: number, fillers: number) => number;
  _decoder_add_word: (decoder: number, word: number, pronunciation: number, isLast: number) => number;
  _decoder_set_fsg: (decoder: number, grammar: number) => number;
  _decoder_start_utt: (decoder: number) => number;
  _decoder_end_utt: (decoder: number) => number;
  _decoder_process_float32: (
    decoder: number,
    samples: number,
    count: number,
    noSearch: number,
    isAll: number,
  ) => number;
  _decoder_seg_iter: (decoder: number) => number;
  _seg_iter_next: (segment: number) => number;
  _seg_iter_word: (segment: number) => number;
  _seg_iter_frames: (segment: number, start: number, end: number) => void;
  _s3file_init: (bytes: number, length: number) => number;
  _s3file_free: (file: number) => number;
  _bin_mdef_read_s3file: (file: number, cionly: number) => number;
  _tmat_init_s3file: (file: number, logmath: number, floor: number) => number;
  _set_mdef: (decoder: number, mdef: number) => void;
  _set_tmat: (decoder: number, tmat: number) => void;
  _load_gmm: (decoder: number, means: number, variances: number, mixw: number, sendump: number) => number;
  _fsg_model_init: (name: number, logmath: number, weight: number, states: number) => number;
  _fsg_set_states: (grammar: number, start: number, final: number) => void;
  _fsg_model_word_add: (grammar: number, word: number) => number;
  _fsg_model_trans_add: (grammar: number, from: number, to: number, score: number, word: number) => void;
  _fsg_model_null_trans_add: (grammar: number, from: number, to: number, score: number) => number;
  _logmath_log: (logmath: number, probability: number) => number;
}

/** The files of an acoustic model. */
export const modelFiles = [
  'dict.txt',
  'noisedict.txt',
  'feat_params.json',
  'mdef',
  'means',
  'variances',
  'sendump',
  'transition_matrices',
] as const;
export type ModelFile = (typeof modelFiles)[number];
export type Model = Readonly<Record<ModelFile, Uint8Array<ArrayBuffer>>>;

export interface Engine {
  /** Throws if the engine refuses the grammar. */
  setGrammar: (grammar: WordGrammar) => void;
  /** Begins at frame 0, with nothing heard. */
  start: () => void;
  /** 16 kHz, mono. */
  process: (samples: Float32Array) => void;
  /** The best path through all since `start`, silence and noises included. */
  segments: () => Segment[];
  stop: () => void;
  close: () => void;
}

/**
 * Loads a model, but none of its words: `setGrammar` brings those it needs, which saves most of the memory. Throws if the
 * model can’t be read.
 */
export function createEngine(module: SpeechModule, model: Model): Engine {
  const text = (value: string): number => copy(new TextEncoder().encode(`${value}\0`));
  const withText = <T>(value: string, use: (pointer: number) => T): T => {
    const pointer = text(value);
    const result = use(pointer);
    module._free(pointer);
    return result;
  };
  const copy = (bytes: Uint8Array): number => {
    const pointer = module._malloc(bytes.length);
    if (pointer === 0) throw new Error('The recogniser is out of memory.');
    module.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  const check = (result: number, what: string): number => {
    if (result <= 0) throw new Error(`The recogniser couldn’t read its ${what}.`);
    return result;
  };
  const done = (result: number, what: string): void => {
    if (result < 0) throw new Error(`The recogniser couldn’t ${what}.`);
  };
  /** The engine frees the bytes with the file. */
  const file = (name: ModelFile): number => {
    const bytes = model[name];
    const pointer = module._malloc(bytes.length + 1);
    module.HEAPU8.set(bytes, pointer);
    module.HEAPU8[pointer + bytes.length] = 0;
    return module._s3file_init(pointer, bytes.length);
  };
  const withFile = <T>(name: ModelFile, use: (pointer: number) => T): T => {
    const pointer = file(name);
    const result = use(pointer);
    module._s3file_free(pointer);
    return result;
  };

  const features = JSON.parse(new TextDecoder().decode(model['feat_params.json'])) as Record<string, unknown>;
  const settings = { ...features, samprate: soundRate, loglevel: 'FATAL', ...searchSettings };
  const config = withText(JSON.stringify(settings), (json) => module._config_parse_json(0, json));
  const decoder = check(module._decoder_create(config), 'settings');
  done(module._decoder_init_cleanup(decoder), 'start');
  check(module._decoder_init_fe(decoder), 'front end');
  check(module._decoder_init_feat_s3file(decoder, 0), 'features');
  check(module._decoder_init_acmod_pre(decoder), 'model');
  module._set_mdef(
    decoder,
    check(
      withFile('mdef', (mdef) => module._bin_mdef_read_s3file(mdef, 0)),
      'mdef',
    ),
  );
  const logmath = module._decoder_logmath(decoder);
  const number = (key: string): number =>
    withText(key, (pointer) => module._config_float(module._decoder_config(decoder), pointer));
  const tmat = withFile('transition_matrices', (pointer) =>
    module._tmat_init_s3file(pointer, logmath, number('tmatfloor')),
  );
  module._set_tmat(decoder, check(tmat, 'transition matrices'));
  done(module._load_gmm(decoder, file('means'), file('variances'), 0, file('sendump')), 'read its means and variances');
  done(module._decoder_init_acmod_post(decoder), 'start its model');
  check(module._decoder_init_dict_s3file(decoder, 0, file('noisedict.txt')), 'words');

  const weight = number('lw');
  const known = new Set<string>();
  const scratch = module._malloc(8);
  let buffer = { pointer: 0, bytes: 0 };

  const view = () => new DataView(module.HEAPU8.buffer);
  const read = (pointer: number): string => {
    const bytes = module.HEAPU8;
    return new TextDecoder().decode(bytes.slice(pointer, bytes.indexOf(0, pointer)));
  };

  return {
    setGrammar: (grammar) => {
      const added = grammar.words.filter(({ name }) => !known.has(name));
      for (const [index, { name, pronunciations }] of added.entries()) {
        known.add(name);
        for (const [other, pronunciation] of pronunciations.entries()) {
          const isLast = index === added.length - 1 && other === pronunciations.length - 1;
          withText(other === 0 ? name : `${name}(${other + 1})`, (word) =>
            withText(pronunciation, (phones) =>
              done(module._decoder_add_word(decoder, word, phones, isLast ? 1 : 0), `take the word ${name}`),
            ),
          );
        }
      }
      const fsg = withText('answer', (name) => module._fsg_model_init(name, logmath, weight, grammar.states));
      module._fsg_set_states(fsg, grammar.start, grammar.start);
      const ids = grammar.words.map(({ name }) => withText(name, (word) => module._fsg_model_word_add(fsg, word)));
      for (const { from, to, probability, word } of grammar.arcs) {
        const score = Math.trunc(module._logmath_log(logmath, probability) * weight);
        const id = word === null ? undefined : ids[word];
        if (id === undefined) module._fsg_model_null_trans_add(fsg, from, to, score);
        else module._fsg_model_trans_add(fsg, from, to, score, id);
      }
      done(module._decoder_set_fsg(decoder, fsg), 'use the words of the answer');
    },
    start: () => done(module._decoder_start_utt(decoder), 'start listening'),
    process: (samples) => {
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      if (bytes.length > buffer.bytes) {
        if (buffer.pointer !== 0) module._free(buffer.pointer);
        buffer = { pointer: module._malloc(bytes.length), bytes: bytes.length };
      }
      module.HEAPU8.set(bytes, buffer.pointer);
      done(module._decoder_process_float32(decoder, buffer.pointer, samples.length, 0, 0), 'hear the samples');
    },
    segments: () => {
      const found: Segment[] = [];
      let segment = module._decoder_seg_iter(decoder);
      while (segment !== 0) {
        module._seg_iter_frames(segment, scratch, scratch + 4);
        const word = read(module._seg_iter_word(segment));
        found.push({ word, start: view().getInt32(scratch, true), end: view().getInt32(scratch + 4, true) });
        segment = module._seg_iter_next(segment);
      }
      return found;
    },
    stop: () => done(module._decoder_end_utt(decoder), 'stop listening'),
    close: () => {
      module._decoder_free(decoder);
    },
  };
}

/** Fewer paths at a time: a third of the work, and as good. */
const searchSettings = { maxhmmpf: 3000 } as const;
