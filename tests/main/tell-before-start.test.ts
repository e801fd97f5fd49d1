import { expect, test } from 'vitest';
import { tellBeforeStart } from '../../src/main/tell-before-start.ts';

test('goes to the terminal, and to no box', () => {
  const said: string[] = [];
  tellBeforeStart(
    'No.',
    (text) => said.push(`terminal: ${text}`),
    (text) => said.push(`box: ${text}`),
  );
  expect(said).toEqual(['terminal: No.\n']);
});

test('without a terminal it is shown in a box', () => {
  const said: string[] = [];
  const write = (): void => {
    throw Object.assign(new Error('bad file descriptor'), { code: 'EBADF' });
  };
  tellBeforeStart('No.', write, (text) => said.push(text));
  expect(said).toEqual(['No.']);
});
