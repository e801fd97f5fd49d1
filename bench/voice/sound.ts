import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecogniserLanguage } from '../../src/core/voice/language.ts';
import { soundRate } from '../../src/core/voice/sound.ts';
import type { Line } from './tellings.ts';

/** A voice of the computer. */
export interface Voice {
  name: string;
  language: RecogniserLanguage;
  /** The program, and its arguments for a file and a text. */
  speak: (file: string, text: string) => [string, string[]];
}

const flite = (name: string): Voice => ({
  name,
  language: 'en',
  speak: (file, text) => ['flite', ['-voice', name, '-t', text, '-o', file]],
});

const pico = (language: Voice['language'], locale: string): Voice => ({
  name: `pico-${language}`,
  language,
  speak: (file, text) => ['pico2wave', ['-l', locale, '-w', file, text]],
});

const voices: Voice[] = [...['slt', 'rms', 'awb'].map(flite), pico('en', 'en-GB'), pico('fr', 'fr-FR')];

/** Those without which nothing can be measured. */
export function missingPrograms(): string[] {
  return ['flite', 'sox'].filter(isMissing);
}

/**
 * The voices of a language whose programs are there. Pico’s is the only free voice for French that the model
 * understands; espeak’s are too unlike a person’s.
 */
export function voicesFor(language: Voice['language']): Voice[] {
  return voices.filter((voice) => voice.language === language && !isMissing(voice.speak('', '')[0]));
}

function isMissing(program: string): boolean {
  return spawnSync(program, ['--version']).error !== undefined;
}

/** Sound, with when each line begins and ends, in milliseconds. */
export interface Spoken {
  samples: Float32Array;
  times: { startMs: number; endMs: number }[];
}

/** Between lines, in milliseconds: short ones, and now and then a breath. */
const gapsMs = [350, 600, 450, 1100];

/** Says the lines one after the other. It keeps them in the system's temporary folder. */
export function say(lines: readonly Line[], voice: Voice): Spoken {
  const parts: Float32Array[] = [new Float32Array(soundRate / 2)];
  let length = soundRate / 2;
  const times = lines.map(({ text }, index) => {
    const startMs = (length * 1000) / soundRate;
    const line = sayLine(text, voice);
    const gap = new Float32Array(((gapsMs[index % gapsMs.length] ?? 0) * soundRate) / 1000);
    parts.push(line, gap);
    length += line.length + gap.length;
    return { startMs, endMs: startMs + (line.length * 1000) / soundRate };
  });
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, times };
}

function sayLine(text: string, voice: Voice): Float32Array {
  const folder = path.join(tmpdir(), 'offbook-bench-voice');
  mkdirSync(folder, { recursive: true });
  const key = createHash('sha256').update(`${voice.language} ${voice.name} ${text}`).digest('hex').slice(0, 24);
  const file = path.join(folder, `${key}.wav`);
  if (!existsSync(file)) {
    const raw = `${file}.${process.pid}.raw.wav`;
    const made = `${file}.${process.pid}.wav`;
    run(...voice.speak(raw, text));
    run('sox', [raw, '-r', String(soundRate), '-c', '1', '-b', '16', made, 'norm', '-6']);
    renameSync(made, file);
  }
  return readWav(readFileSync(file));
}

function run(program: string, args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args);
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.toString()}`);
}

/** The samples of a WAV file of 16 bits, 16 kHz, mono. Throws for any other. */
export function readWav(bytes: Buffer): Float32Array {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error('Not a WAV file.');
  let at = 12;
  let format = '';
  while (at + 8 <= bytes.length) {
    const [name, size] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)];
    if (name === 'fmt ')
      format =
        [at + 10, at + 22].map((place) => bytes.readUInt16LE(place)).join(',') + `,${bytes.readUInt32LE(at + 12)}`;
    if (name === 'data') {
      if (format !== `1,16,${soundRate}`)
        throw new Error('Expected 16 kHz, 16 bits, mono: convert it with sox -r 16000 -c 1 -b 16.');
      const end = Math.min(bytes.length, at + 8 + size);
      const samples = new Float32Array((end - at - 8) >> 1);
      for (let index = 0; index < samples.length; index += 1)
        samples[index] = bytes.readInt16LE(at + 8 + index * 2) / 32_768;
      return samples;
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('The WAV file has no samples.');
}

/** The same with pink noise that is `decibels` quieter than the speech, the same noise each time. */
export function withNoise(samples: Float32Array, decibels: number): Float32Array {
  let seed = 1;
  const random = (): number => {
    // `imul`, since a plain product loses its last bits, and then the noise repeats every two thirds of a second.
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return seed / 0x4000_0000 - 1;
  };
  // Paul Kellet's filter: white noise to pink, within 0.5 dB above 9 Hz.
  const [b0, b1, b2] = [0, 1, 2].map(() => ({ value: 0 }));
  const noise = samples.map(() => {
    const white = random();
    if (b0 === undefined || b1 === undefined || b2 === undefined) return 0;
    b0.value = 0.99765 * b0.value + white * 0.099046;
    b1.value = 0.963 * b1.value + white * 0.2965164;
    b2.value = 0.57 * b2.value + white * 1.0526913;
    return b0.value + b1.value + b2.value + white * 0.1848;
  });
  const power = (part: Float32Array): number => part.reduce((sum, value) => sum + value * value, 0) / part.length;
  const scale = Math.sqrt(power(samples) / power(noise) / 10 ** (decibels / 10));
  return samples.map((value, index) => value + (noise[index] ?? 0) * scale);
}
