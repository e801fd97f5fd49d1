import type { SettingRow } from './row.ts';

/** The rows of the table (table.ts) about what Offbook hears. */
export const listeningRows = {
  listening: {
    title: 'Listen',
    help: 'Offbook hears you rehearse: pauses and pace, and what is switched on below. Nothing leaves this computer.',
    group: 'Listening',
    control: 'switch',
    needs: 'microphone',
    reachesOut: true,
  },
  microphone: {
    title: 'Microphone',
    help: 'A headset is best: over loudspeakers, the other side counts as you.',
    group: 'Listening',
    control: 'microphone',
    needs: 'microphone',
  },
  recordRuns: {
    title: 'Record rehearsals',
    help: 'You can hear each section again on the result. The last three of a story and the starred ones are kept.',
    group: 'Listening',
    control: 'switch',
    needs: 'microphone',
    reachesOut: true,
  },
  recordingsMb: {
    title: 'Space for recordings',
    help: 'The oldest ones without a star go first. Two minutes take about 0.4 MB.',
    group: 'Listening',
    control: 'number',
    min: 10,
    max: 10_000,
    step: 10,
    unit: 'MB',
    needs: 'microphone',
  },
  handsFree: {
    title: 'Hands-free',
    help: 'The clock starts with your first word, a long silence asks whether you have finished, and a mock interview goes on without a key.',
    group: 'Listening',
    control: 'switch',
    needs: 'microphone',
  },
  tickRows: {
    title: 'Tick rows as you tell them',
    help: 'The result suggests what you told and what you left out; correct it there. English and French.',
    group: 'Listening',
    control: 'switch',
    needs: 'microphone',
  },
  waitInSilence: {
    title: 'Wait while I’m silent',
    help: 'On the prompter, automatic scrolling waits while you say nothing. Use a headset on a call.',
    group: 'Listening',
    control: 'switch',
    needs: 'microphone',
  },
} as const satisfies Record<string, SettingRow>;
