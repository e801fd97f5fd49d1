/*
 * The one place that joins a page’s microphone, recogniser and recorder with the rehearsal or the prompter. Loaded only while
 * somebody wants to be heard.
 */
import type { Bridge } from '../../core/contract/contract.ts';
import { undoEndWithinMs } from '../../core/rehearsal/undo-end.ts';
import type { ProgramClient } from '../client/program-context.ts';
import { programNowMs } from '../client/store.ts';
import { pageTimer } from '../client/timer.ts';
import { setUpFollower } from './follower.ts';
import { watchHands } from './hands.ts';
import { listenSentences } from './listen-sentences.ts';
import { listenStore, notListening } from './listen-state.ts';
import { openMicrophone, type Microphone, type MicrophoneState } from './microphone.ts';
import type { Listener } from './listener.ts';
import { createPrompterListener } from './prompter-listener.ts';
import { startRecogniser } from './recogniser.ts';
import { startRecording, type Recording } from './recorder.ts';
import { createRehearsalListener } from './rehearsal-listener.ts';
import type { ListeningTo } from './use-listening.ts';

const lockName = 'offbook-microphone';

interface Listening {
  to: ListeningTo;
  deviceId: string | null;
}

/** Listens until the result is called. Of several windows one does; the others wait for it to stop. */
export function startListening(program: ProgramClient, { to, deviceId }: Listening): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const { locks } = navigator;
  const whileMine = (): Promise<void> =>
    new Promise((resolve) => {
      listenStore.setState({ isElsewhere: false });
      const close = listen(program, { to, deviceId });
      signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  const whenFree = async (): Promise<void> => {
    const wasMine = await locks.request(lockName, { ifAvailable: true }, async (lock) => {
      if (lock !== null && !signal.aborted) await whileMine();
      return lock !== null;
    });
    if (wasMine || signal.aborted) return;
    listenStore.setState({ isElsewhere: true });
    await locks.request(lockName, { signal }, whileMine);
  };
  whenFree().catch(() => {
    // Stopped while it was waiting.
  });
  return () => {
    stopped.abort();
    listenStore.setState(notListening);
  };
}

/** Opens the microphone; the result closes it. */
function listen({ store, bridge, nowMs: viewMs, moveCursor }: ProgramClient, { to, deviceId }: Listening): () => void {
  const nowMs = (): number => programNowMs(store.getState(), viewMs());
  const microphone = openMicrophone({ deviceId, nowMs });
  const sentences = listenSentences(store, pageTimer);
  const follower = setUpFollower({
    start: startRecogniser,
    otherStories: (id) => otherStories(bridge, id),
    reached: (row) => listener.reached(row),
    told: (rows) => listener.told(rows),
    trouble: (text) => {
      listenStore.setState({ notFollowing: text });
      sentences.trouble('following', text);
    },
  });
  const listener = to === 'prompter' ? onPrompter() : onStage();

  function onPrompter(): Listener {
    return createPrompterListener({ bridge, nowMs, moveCursor, follower });
  }

  function onStage(): Listener {
    return createRehearsalListener({
      bridge,
      nowMs,
      after: pageTimer,
      follower,
      startRecording: (storyId) => recordingOf(microphone, { bridge, storyId, trouble: sentences.fail }),
      isAloud: () => 'speechSynthesis' in window && (speechSynthesis.speaking || speechSynthesis.pending),
      asks: (isAsking) => listenStore.setState({ isAsking }),
      finished: () => sentences.sayFor(undoEndWithinMs, 'Finished after a silence. ⌫ goes on with the answer.'),
    });
  }

  const stateOf = (state: MicrophoneState): void => {
    listenStore.setState({ microphone: state });
    sentences.trouble('microphone', state.kind === 'trouble' ? state.text : null);
    if (state.kind === 'on') listener.on();
  };
  const stopHearing = microphone.on({
    state: stateOf,
    speech: (isSpeaking, atMs) => {
      listenStore.setState({ isSpeaking });
      listener.speech(isSpeaking, atMs);
    },
    syllable: listener.syllable,
    samples: listener.samples,
  });
  stateOf(microphone.state());
  const follow = (): void => {
    const { app } = store.getState();
    if (app !== null) listener.follow(app);
  };
  follow();
  const stopFollowing = store.subscribe(({ app }, before) => {
    if (app !== before.app) follow();
  });
  const stopWatching = watchHands(window, listener.hand);
  const close = (): void => {
    window.removeEventListener('pagehide', close);
    stopWatching();
    stopFollowing();
    stopHearing();
    listener.close();
    closeAll(follower, microphone, sentences);
  };
  // A page that goes still says what it heard.
  window.addEventListener('pagehide', close);
  return close;
}

function closeAll(...parts: readonly { close: () => void }[]): void {
  for (const part of parts) part.close();
}

type RecordingParts = Pick<Parameters<typeof startRecording>[0], 'bridge' | 'storyId' | 'trouble'>;

function recordingOf(microphone: Microphone, parts: RecordingParts): Recording | null {
  const stream = microphone.stream();
  if (stream === null) return null;
  return startRecording({ ...parts, stream, onLevel: (level) => microphone.on({ level }) });
}

/** More don’t make the recogniser any better. */
const mostStories = 200;

async function otherStories(bridge: Pick<Bridge, 'readStories'>, id: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let from = 0; from < mostStories;) {
    const result = await bridge.readStories({ from });
    if (!result.ok || result.value.stories.length === 0) break;
    const { stories, of } = result.value;
    for (const story of stories) {
      if (story.id !== id) texts.push(story.answer.map(({ text }) => text).join('\n'));
    }
    from += stories.length;
    if (from >= of) break;
  }
  return texts;
}
