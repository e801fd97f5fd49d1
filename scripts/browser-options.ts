import type { LaunchOptions } from '@playwright/test';

/** What makes the browser hear a WAV file as its microphone, from when that is opened. */
export function microphoneArgs(file: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}%noloop`,
  ];
}

/**
 * How to start Chromium for tests, benchmarks and pictures: without background activity and without a graphics card.
 */
export function browserOptions(executablePath: string | null): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  return {
    ...(executablePath === null ? {} : { executablePath }),
    // Chromium's sandbox doesn't start as root.
    chromiumSandbox: !isRoot,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
