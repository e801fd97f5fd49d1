import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { macSigning, type MacSigning } from '../../packaging/mac-signing.ts';
import configuration from '../../electron-builder.config.ts';
import { projectRoot } from '../../src/cli/project-root.ts';

async function rightsOf({ entitlements }: MacSigning): Promise<string[]> {
  const text = await readFile(path.join(projectRoot, entitlements), 'utf8');
  return [...text.matchAll(/<key>(.+)<\/key>\s*<true\/>/g)].map(([, key = '']) => key);
}

test.each([{ CSC_LINK: 'a file' }, { CSC_NAME: 'a name' }])(
  'with a certificate (%o) it may only make machine code and use the microphone',
  async (env) => {
    const signing = macSigning(env);
    expect(signing.identity).toBeUndefined();
    expect(signing.hardenedRuntime).toBe(true);
    expect(await rightsOf(signing)).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.device.audio-input',
    ]);
  },
);

test.each([{}, { CSC_LINK: '', CSC_NAME: '' }])('without one (%o) its own parts may lack a team', async (env) => {
  const signing = macSigning(env);
  expect(signing.identity).toBe('-');
  expect(signing.hardenedRuntime).toBe(true);
  expect(await rightsOf(signing)).toEqual([
    'com.apple.security.cs.disable-library-validation',
    'com.apple.security.cs.allow-jit',
    'com.apple.security.device.audio-input',
  ]);
});

test('macOS says what the microphone is for; without that it would end the program', () => {
  expect(configuration().mac.extendInfo.NSMicrophoneUsageDescription).toMatch(/^Offbook hears you rehearse.+\.$/);
});
