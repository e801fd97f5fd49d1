import { useMemo, useRef, useState } from 'react';
import { useProgram, useView } from '../client/program-context.ts';
import { AbilityPanel } from './AbilityPanel.tsx';
import { changedSettings } from './changed-settings.ts';
import { DeskContext } from './settings-context.ts';
import { ImportReport } from './ImportReport.tsx';
import { platformOf } from '../ui/keys/platform.ts';
import { settingActions, type Imported, type Said } from './setting-actions.ts';
import { SettingGroup } from './SettingGroup.tsx';
import './settings.css';
import { SettingsHead } from './SettingsHead.tsx';
import { SettingsSaid } from './SettingsSaid.tsx';
import { shownRows } from './shown-rows.ts';
import { useSettingsKeys } from './use-settings-keys.ts';

/** All settings, made from their table, and what this computer really does. */
export function SettingsView() {
  const { bridge } = useProgram();
  const app = useView((state) => state.app);
  const [search, setSearch] = useState('');
  const [said, say] = useState<Said | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const actions = useMemo(() => settingActions(bridge, say), [bridge]);
  const shown = useMemo(() => shownRows(search, app?.capabilities.panel ?? []), [search, app?.capabilities.panel]);
  const changed = useMemo(() => (app === null ? new Set<never>() : changedSettings(app.settings)), [app]);
  const platform = platformOf(navigator);
  useSettingsKeys(searchField, actions.undo);

  return (
    <main className="settings" aria-label="Settings">
      <SettingsHead
        {...{ search, setSearch, searchField, shown, actions, platform, setImported }}
        canReset={changed.size > 0}
      />
      {app !== null && (
        <DeskContext value={{ app, actions, platform }}>
          <div className="settings-rows">
            {imported !== null && <ImportReport imported={imported} close={() => setImported(null)} />}
            {shown.count === 0 && <p className="settings-none">No setting has these words in its name or its help.</p>}
            {shown.groups.map(({ group, keys }) => (
              <SettingGroup key={group} {...{ group, keys, changed }} commands={shown.commands} />
            ))}
            {shown.abilities.length > 0 && <AbilityPanel abilities={shown.abilities} />}
          </div>
        </DeskContext>
      )}
      <SettingsSaid said={said} clear={() => say(null)} />
    </main>
  );
}
