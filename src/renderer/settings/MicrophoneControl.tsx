import { useEffect, useRef, useState } from 'react';
import type { SettingChoice } from '../../core/settings/row.ts';
import type { MicrophoneState } from '../voice/microphone.ts';
import { MicrophoneDot } from '../voice/MicrophoneDot.tsx';
import { NullableChoice } from './ChoiceSelect.tsx';
import { useSettingsContext, type ControlProps } from './settings-context.ts';

/** The microphone, of those of this computer, and a try that shows whether Offbook hears the person with it. */
export function MicrophoneControl({ id, value, set }: ControlProps<string | null>) {
  const { listening } = useSettingsContext().app.settings;
  const [isTrying, setTrying] = useState(false);
  const isOpen = isTrying && listening;
  const [isOn, setOn] = useState(false);
  const devices = useMicrophones(isOn);
  const choices = microphoneChoices(devices, value);
  return (
    <div className="microphone-setting">
      <NullableChoice {...{ id, choices, value, set }} />
      <button
        type="button"
        className="button"
        disabled={!listening}
        aria-pressed={isOpen}
        title={listening ? 'Shows whether Offbook hears you; nothing is kept' : 'Switch on “Listen” first'}
        onClick={() => setTrying(!isOpen)}
      >
        {isOpen ? 'Stop' : 'Try it'}
      </button>
      {isOpen && <Trial key={value} deviceId={value} setOn={setOn} />}
    </div>
  );
}

const quietestDb = -60;

/** Listens while it is shown. */
function Trial({ deviceId, setOn }: { deviceId: string | null; setOn: (isOn: boolean) => void }) {
  const [state, setState] = useState<MicrophoneState>({ kind: 'starting' });
  const [isSpeaking, setSpeaking] = useState(false);
  /** From then on: it would be read out at every breath. */
  const [hasHeard, setHasHeard] = useState(false);
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let isOver = false;
    let close = (): void => {};
    const show = (next: MicrophoneState): void => {
      setState(next);
      setOn(next.kind === 'on');
    };
    const showLevel = (peak: number): void => {
      // Twenty times a second, past React.
      const db = 20 * Math.log10(Math.max(peak, 1e-5));
      if (meter.current !== null) meter.current.value = 100 * (1 - db / quietestDb);
    };
    // Loaded only now: nobody needs it who doesn’t listen.
    const open = async (): Promise<void> => {
      const { openMicrophone } = await import('../voice/microphone.ts');
      if (isOver) return;
      const microphone = openMicrophone({ deviceId, nowMs: () => performance.now() });
      show(microphone.state());
      microphone.on({
        state: show,
        speech: (speaking) => {
          setSpeaking(speaking);
          if (speaking) setHasHeard(true);
        },
        level: showLevel,
      });
      close = microphone.close;
    };
    void open();
    return () => {
      isOver = true;
      close();
    };
  }, [deviceId, setOn]);
  return (
    <div className="microphone-trial">
      <MicrophoneDot state={state} isSpeaking={isSpeaking} />
      {state.kind === 'on' && <meter ref={meter} className="level" aria-label="Level" min={0} max={100} value={0} />}
      <output className="setting-help" data-tone={state.kind === 'trouble' ? 'error' : undefined}>
        {trialWords(state, hasHeard)}
      </output>
    </div>
  );
}

/** What the try shows, in words. */
export function trialWords(state: MicrophoneState, hasHeard: boolean): string {
  switch (state.kind) {
    case 'off':
    case 'starting':
      return 'Starting… The browser or the system may ask you first.';
    case 'trouble':
      return state.text;
    case 'on':
      return hasHeard ? `Hears you with “${state.label}”.` : `Listens with “${state.label}”. Say something.`;
  }
}

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/** The computer’s microphones; browsers name them only once the person has allowed one, so `isOn` reads them again. */
function useMicrophones(isOn: boolean): readonly Device[] {
  const [devices, setDevices] = useState<readonly Device[]>([]);
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return undefined;
    const { mediaDevices } = navigator;
    let isOver = false;
    const readAll = async (): Promise<void> => {
      const all = await mediaDevices.enumerateDevices();
      if (!isOver) setDevices(all.filter(({ kind }) => kind === 'audioinput'));
    };
    const read = (): void => void readAll();
    read();
    mediaDevices.addEventListener('devicechange', read);
    return () => {
      isOver = true;
      mediaDevices.removeEventListener('devicechange', read);
    };
    // By then they have names.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isOn]);
  return devices;
}

/**
 * The list of microphones: the system’s (empty), each by its name, and the chosen one even where it isn’t connected, so that
 * the list shows the truth. Left out are those that the browser adds for the system’s.
 */
export function microphoneChoices(devices: readonly Device[], chosen: string | null): SettingChoice[] {
  const real = devices.filter(
    ({ deviceId, label }) => label !== '' && !['', 'default', 'communications'].includes(deviceId),
  );
  const isGone = chosen !== null && real.every(({ deviceId }) => deviceId !== chosen);
  return [
    { value: '', label: 'System’s microphone' },
    ...real.map(({ deviceId, label }) => ({ value: deviceId, label })),
    ...(isGone ? [{ value: chosen, label: 'The chosen one (not connected)' }] : []),
  ];
}
