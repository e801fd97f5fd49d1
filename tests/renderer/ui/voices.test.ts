import { describe, expect, test } from 'vitest';
import { voiceStep } from '../../../src/renderer/rehearsal/spoken-step.ts';
import { offlineVoices, setUpSpeaker, voiceFor, type Speech } from '../../../src/renderer/ui/voices.ts';
import { followUpAfter, rehearsalAfter, resultAfter, startMs } from '../rehearsal/rehearsals.ts';

function voiceCalled(name: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice {
  return { name, voiceURI: name, lang: 'en-GB', localService: true, default: false, ...more };
}

const cloud = voiceCalled('Cloud', { localService: false, default: true });
const anna = voiceCalled('Anna', { lang: 'de-DE' });
const mary = voiceCalled('Mary');

/** A browser's speech that writes down what it is asked to do. */
function speechWith(voices: SpeechSynthesisVoice[]) {
  const done: string[] = [];
  const speech: Speech = {
    getVoices: () => voices,
    speak: ({ text, voice }) => void done.push(`${voice?.name}: ${text}`),
    cancel: () => void done.push('hush'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const utter = (text: string) => ({ text, voice: null, lang: '' }) as unknown as SpeechSynthesisUtterance;
  return { done, speech, speaker: setUpSpeaker(speech, utter, 'en-US') };
}

describe('the voices', () => {
  test('are only those of this computer', () => {
    expect(offlineVoices(speechWith([cloud, anna, mary]).speech)).toEqual([anna, mary]);
    expect(offlineVoices(null)).toEqual([]);
  });

  test('the chosen one speaks, else one of the page’s language, else any', () => {
    expect(voiceFor([anna, mary], 'Anna', 'en-US')).toBe(anna);
    expect(voiceFor([anna, mary], 'Gone', 'en-US')).toBe(mary);
    expect(voiceFor([anna], null, 'en-US')).toBe(anna);
    expect(voiceFor([anna, voiceCalled('Own', { default: true })], null, 'en')?.name).toBe('Own');
    expect(voiceFor([], null, 'en')).toBeNull();
  });
});

describe('the speaker', () => {
  test('says one thing at a time, never by a server’s voice', () => {
    const { done, speaker } = speechWith([cloud, mary]);
    expect(speaker.say('What did you do?', 'Cloud')).toBe(true);
    speaker.cancel();
    expect(done).toEqual(['hush', 'Mary: What did you do?', 'hush']);
  });

  test('says nothing without a voice of this computer', () => {
    const { done, speaker } = speechWith([cloud]);
    expect(speaker.say('What did you do?', null)).toBe(false);
    expect(done).toEqual([]);
    expect(setUpSpeaker(null, () => ({}) as SpeechSynthesisUtterance, 'en').say('What?', null)).toBe(false);
  });
});

describe('what the voice says', () => {
  const thinking = rehearsalAfter([], 10_000);
  const question = { type: 'say', text: 'Question 1?' };

  test('is the question, at the start of the time to think or of the run', () => {
    expect(voiceStep(null, thinking, startMs + 20)).toEqual(question);
    expect(voiceStep({ ...thinking, at: 0 }, thinking, startMs + 20)).toEqual(question);
    expect(voiceStep(null, rehearsalAfter([]), startMs)).toEqual(question);
  });

  test('is each question once, and not again by a page that opens later', () => {
    expect(voiceStep(thinking, { ...thinking }, startMs + 20)).toEqual({ type: 'go-on' });
    expect(voiceStep(null, thinking, startMs + 5000)).toEqual({ type: 'hush' });
    expect(voiceStep(null, rehearsalAfter([[9000, 'nextSection']]), startMs + 9000)).toEqual({ type: 'go-on' });
  });

  test('stops when the answer begins, and when the run is over', () => {
    const speaking = rehearsalAfter([[4000, 'begin']], 10_000);
    expect(voiceStep(thinking, speaking, startMs + 4000)).toEqual({ type: 'hush' });
    expect(voiceStep(speaking, resultAfter([[4000, 'end']]), startMs + 9000)).toEqual({ type: 'hush' });
    expect(voiceStep(speaking, null, startMs + 9000)).toEqual({ type: 'hush' });
  });

  test('is the follow-up too, and the same question again', () => {
    const followUp = followUpAfter([[4000, 'finish']]);
    expect(voiceStep(rehearsalAfter([]), followUp, startMs + 4010)).toEqual({ type: 'say', text: 'And then?' });
    expect(voiceStep(followUp, { ...followUp }, startMs + 4020)).toEqual({ type: 'go-on' });
    expect(voiceStep(resultAfter([[4000, 'end']]), thinking, startMs + 100)).toEqual(question);
  });
});
