export interface Trouble {
  kind: 'trouble';
  why: 'none' | 'refused' | 'lost' | 'busy' | 'failed';
  /** A whole sentence for the person. */
  text: string;
}

/** What a person has to know without any sound, and what to do. */
export const troubles = {
  refused: (isDesktop: boolean): Trouble => ({
    kind: 'trouble',
    why: 'refused',
    text: isDesktop
      ? 'The microphone isn’t allowed. Allow it for Offbook in the system’s privacy settings, then try again.'
      : 'The microphone isn’t allowed here. Allow it in the browser, beside the address, or in the system’s privacy settings.',
  }),
  none: {
    kind: 'trouble',
    why: 'none',
    text: 'No microphone is connected. Offbook listens as soon as there is one.',
  },
  chosenMissing: {
    kind: 'trouble',
    why: 'none',
    text: 'The microphone chosen in the settings isn’t connected. Connect it, or choose another one there.',
  },
  lost: {
    kind: 'trouble',
    why: 'lost',
    text: 'The microphone was unplugged. Offbook listens again as soon as it’s back.',
  },
  muted: {
    kind: 'trouble',
    why: 'lost',
    text: 'The microphone is muted, by a switch on it or by the system. Offbook listens again when it isn’t.',
  },
  busy: {
    kind: 'trouble',
    why: 'busy',
    text: 'Another program has the microphone to itself. Offbook tries again every few seconds.',
  },
  waiting: {
    kind: 'trouble',
    why: 'failed',
    text: 'The browser lets Offbook listen only after a click or a key in this window. Click anywhere in it.',
  },
  noApi: {
    kind: 'trouble',
    why: 'failed',
    text: 'The browser gives this page no microphone. Open the address that Offbook printed, in a current browser.',
  },
} as const satisfies Record<string, Trouble | ((isDesktop: boolean) => Trouble)>;

/** Why a microphone couldn’t be opened, by what the browser threw. `isChosen`: a certain device was asked for. */
export function refusal(error: unknown, isChosen: boolean, isDesktop: boolean): Trouble {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return troubles.refused(isDesktop);
    case 'NotFoundError':
    case 'OverconstrainedError':
      return isChosen ? troubles.chosenMissing : troubles.none;
    case 'NotReadableError':
      return troubles.busy;
    default:
      return { kind: 'trouble', why: 'failed', text: `The microphone can’t be used: ${message || 'no reason given'}.` };
  }
}
