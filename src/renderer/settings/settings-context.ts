import { createContext, useContext } from 'react';
import type { AppState } from '../../core/contract/contract.ts';
import type { Platform } from '../../core/settings/platform.ts';
import type { SettingActions } from './setting-actions.ts';

/** What the parts of the settings view work with. */
export interface Desk {
  app: AppState;
  actions: SettingActions;
  platform: Platform;
}

export const DeskContext = createContext<Desk | null>(null);

/** The settings that these parts show. Throws outside of DeskContext, which is a mistake of ours. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('This part of the settings is drawn outside of DeskContext.');
  return desk;
}
