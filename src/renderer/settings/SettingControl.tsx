import { settingRows, type SettingKey, type SettingRow } from '../../core/settings/table.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { DateField } from '../ui/DateField.tsx';
import { useDesk } from './settings-context.ts';
import { Folders } from '../ui/Folders.tsx';
import { StepField } from '../ui/StepField.tsx';
import { ListControl } from './ListControl.tsx';
import { PinsControl } from './PinsControl.tsx';
import { ProgramControl } from './ProgramControl.tsx';
import { ShareControl } from './ShareControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import { VoiceControl } from './VoiceControl.tsx';

/** What each control gets; `Value` is what the settings hold for a row with that control. */
export interface ControlProps<Value> {
  id: string;
  value: Value;
  /** Sets it; `words` is the value as a sentence has it. */
  set: (value: Value, words: string) => void;
}

interface SettingControlProps {
  settingKey: SettingKey;
  /** Of the element that the title labels; the help is `{id}-help`. */
  id: string;
}

/** The control that the table names for a setting. */
export function SettingControl({ settingKey, id }: SettingControlProps) {
  const { app, actions } = useDesk();
  const row: SettingRow = settingRows[settingKey];
  const sentence = (words: string): string => `${row.title} is now ${words}.`;
  const set = (value: unknown, words: string): void => actions.change({ [settingKey]: value }, sentence(words));
  // The table's rows and the settings' types are held together by core/settings.ts; here the row decides.
  const value: unknown = app.settings[settingKey];
  switch (row.control) {
    case 'switch':
      return <SwitchControl {...{ id, set }} value={value as boolean} />;
    case 'choice':
      return <ChoiceControl {...{ id, row, set }} value={value as string} />;
    case 'share':
      return <ShareControl {...{ id, row, set }} value={value as number} />;
    case 'number':
    case 'time':
      return <StepField {...{ id, row, set }} value={value as number} refuse={actions.refuse} />;
    case 'program':
      return (
        <ProgramControl
          {...{ id, row, settingKey }}
          value={value as string | null}
          set={(program, words) => actions.tryChange({ [settingKey]: program }, sentence(words))}
        />
      );
    case 'folders':
      return <Folders />;
    case 'pins':
      return <PinsControl pins={value as Settings['pins']} />;
    case 'date':
      return <DateField {...{ id, set }} value={value as string | null} refuse={actions.refuse} />;
    case 'list':
      return <ListControl {...{ id, row, set }} value={value as string[]} />;
    case 'voice':
      return <VoiceControl {...{ id, set }} value={value as string | null} />;
    case 'hotkeys':
      return null;
  }
}
