import { EventEmitter } from 'node:events';
import type { NativeTheme, PowerMonitor, Shell, SystemPreferences } from 'electron';
import { emits, type MembersOf, type PowerEvents, type ThemeEvents } from './events.ts';
import { offer, test } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';

/** Links and files are opened nowhere, only recorded. */
export const shell = recorded('shell', {
  openExternal: () => Promise.resolve(),
  openPath: () => Promise.resolve(''),
} satisfies Partial<Shell>);

/** The person has allowed it, or is asked and does, unless the test says otherwise. */
let allowsMicrophone = true;
export const systemPreferences = recorded('systemPreferences', {
  askForMediaAccess: () => Promise.resolve(allowsMicrophone),
} satisfies Partial<SystemPreferences>);

const power = new EventEmitter() as EventEmitter & Partial<PowerMonitor>;
export const powerMonitor = recorded('powerMonitor', power);
const emitPower = emits<PowerEvents>('powerMonitor', power);

class StandInTheme extends EventEmitter implements MembersOf<NativeTheme> {
  shouldUseDarkColors = standInOptions().dark;
}
const theme = new StandInTheme();
export const nativeTheme = recorded('nativeTheme', theme);
const emitTheme = emits<ThemeEvents>('nativeTheme', theme);

offer({
  refuseMicrophone: () => void (allowsMicrophone = false),
  sleep: () => emitPower('suspend'),
  wake: () => emitPower('resume'),
  setDark: (dark) => {
    theme.shouldUseDarkColors = dark;
    void test.setDarkPages(dark);
    emitTheme('updated');
  },
});
