import { createContext, useContext } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import type { Platform } from '../../core/settings/platform.ts';
import type { SettingActions } from './setting-actions.ts';

/** What the controls of the settings view share. */
export interface SettingsContextValue {
  app: AppState;
  actions: SettingActions;
  platform: Platform;
}

export const SettingsContext = createContext<SettingsContextValue | null>(null);

/** Throws outside SettingsContext, which is a bug. */
export function useSettingsContext(): SettingsContextValue {
  const value = useContext(SettingsContext);
  if (value === null) throw new Error('This control is drawn outside SettingsContext.');
  return value;
}

/** What each control gets; `Value` is the type of its setting. */
export interface ControlProps<Value> {
  id: string;
  value: Value;
  /** Changes the setting; `words` is the new value within a sentence. */
  set: (value: Value, words: string) => void;
}
