import { describe, expect, test } from 'vitest';
import { differencesAt, shortName, shortNames } from '../../../src/core/stories/short-names.ts';

function namesOf(...titles: string[]): string[] {
  return [...shortNames(titles.map((title, index) => ({ id: String(index), title }))).values()];
}

function tailsOf(...names: string[]): string[] {
  return [...differencesAt(names)].map(([name, at]) => name.slice(at));
}

describe('the short name of a question', () => {
  test.each([
    ['Tell me about a time when you rang the bell by mistake.', 'Rang the bell by mistake'],
    ['Describe a situation where you had to steer without a map', 'Steer without a map'],
    ['Tell me about a time you’ve missed a tide', 'Missed a tide'],
    ['Can you share an example of a time when your crew disagreed?', 'Your crew disagreed'],
    ['Give me an example of when you were late', 'Late'],
    ['Give an example of how you plan a voyage', 'How you plan a voyage'],
    ['Tell me about-face stories?', 'About-face stories'],
    ['Have you ever lost a sail?', 'Lost a sail'],
    ['Tell me about yourself.', 'Yourself'],
    ['Please: tell me about boats.', 'Boats'],
    ['“Describe a conflict.”', 'A conflict'],
    ['Erzählen Sie von einer Situation, in der Sie ein Boot retten mussten.', 'Ein Boot retten mussten'],
    ['Beschreiben Sie, wie Sie einen Kurs wählen.', 'Wie Sie einen Kurs wählen'],
    ['Geben Sie ein Beispiel für eine Situation, in der die Mannschaft uneins war', 'Die Mannschaft uneins war'],
    ['Parlez-moi d’une fois où vous avez dû attendre la marée.', 'Attendre la marée'],
    ["PARLEZ-MOI D'UNE FOIS OU VOUS AVEZ ÉCHOUÉ", 'ÉCHOUÉ'],
    ['Pourriez-vous me parler d’un naufrage ?', 'Un naufrage'],
    ['Cuénteme de una vez que tuvo que cambiar el rumbo.', 'Cambiar el rumbo'],
    ['¿Puede hablarme de una ocasión en la que perdió un ancla?', 'Perdió un ancla'],
    ['Fale sobre uma vez em que você teve que remendar uma vela.', 'Remendar uma vela'],
  ])('%s', (title, name) => {
    expect(shortName(title)).toBe(name);
  });

  test.each([
    'The bell buoy',
    'A time of fog',
    'Describing boats to children',
    'What is your biggest weakness?',
    'How do you handle a situation where you are late?',
    'Can you swim?',
  ])('%s: nothing to cut', (title) => {
    expect(shortName(title)).toBe(title);
  });

  test('a lead-in with nothing after it stays', () => {
    expect(shortName('Tell me about a time when you')).toBe('A time when you');
    expect(shortName('Give me an example of')).toBe('Give me an example of');
  });

  test('what is asked for is cut only with what leads on from it', () => {
    expect(shortName('Tell me about a time of fog')).toBe('A time of fog');
    expect(shortName('Describe a situation that was dull.')).toBe('A situation that was dull');
  });

  test('a remark before the question goes, but not what could be the story’s own name', () => {
    expect(shortName('Nobody wins every race at sea. Tell me about a time when you lost.')).toBe('Lost');
    expect(shortName('Fog: tell me about a time when you waited')).toBe('Fog: waited');
    for (const title of ['We all fail. Tell me about it.', 'Why do boats sink at all? Tell me about one.'])
      expect(shortName(title)).toBe(title);
  });

  test('the question goes on over an abbreviation and a question, up to the next request', () => {
    expect(shortName('Tell me about a time you sailed with Capt. Roe.')).toBe('Sailed with Capt. Roe.');
    expect(shortName('Tell me about a time you sank. Why?')).toBe('Sank. Why?');
    expect(shortName('Tell me about a time you sank. Describe the boat.')).toBe('Sank');
  });

  test('a word keeps its spelling', () => {
    expect(shortName('Tell me about eBoats (2021).')).toBe('eBoats (2021)');
    expect(shortName('Tell me about 24 % of the C++ code!')).toBe('24 % of the C++ code');
  });
});

describe('names in a library', () => {
  test('stories that would have the same name keep their titles', () => {
    const titles = ['Tell me about a time you sank', 'Describe a time when you sank.', 'Have you ever sunk?'];
    expect(namesOf(...titles)).toEqual([titles[0], titles[1], 'Sunk']);
  });

  test('a person’s own title stays, and a question doesn’t take it', () => {
    const titles = ['sank', 'Tell me about a time you sank'];
    expect(namesOf(...titles)).toEqual(titles);
  });

  test('the same title twice has one name', () => {
    const title = 'Tell me about a time you sank';
    expect(namesOf(title, title)).toEqual(['Sank', 'Sank']);
  });
});

describe('where names differ', () => {
  test('is where a cut must stop', () => {
    const tails = tailsOf('Explain a change of course to the crew', 'Explain a change of course to the owner', 'Fog');
    expect(tails).toEqual(['crew', 'owner', 'Fog']);
  });

  test('is the start, if that is seen anyway', () => {
    expect(tailsOf('Choose a boat', 'Choose a sail')).toEqual(['Choose a boat', 'Choose a sail']);
    expect(tailsOf('A name with nothing like it anywhere')).toEqual(['A name with nothing like it anywhere']);
    expect(tailsOf('?????????????? Fog')).toEqual(['?????????????? Fog']);
  });

  test('is the last word of a name that another one begins with', () => {
    const tails = tailsOf('Explain a change of course', 'Explain a change of course at night');
    expect(tails.toSorted()).toEqual(['at night', 'course']);
  });
});
