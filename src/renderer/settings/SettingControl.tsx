import { useState } from 'react';
import { roundDuration } from '../../core/prompter/shown-times.ts';
import { withDefaultVariant } from '../../core/prompter/default-variant.ts';
import { withOwnTarget } from '../../core/prompter/target.ts';
import { hasPassed, type Interview } from '../../core/rehearsal/interviews.ts';
import type { Settings, SettingsPatch } from '../../core/settings/schema.ts';
import type { SettingRow } from '../../core/settings/row.ts';
import { pinSlots, settingRows, type SettingKey } from '../../core/settings/table.ts';
import { useWallNow } from '../client/interviews.ts';
import { useRunCommand } from '../client/program-context.ts';
import { Folders } from '../ui/Folders.tsx';
import { shortDay } from '../ui/format/day.ts';
import { interviewName } from '../ui/format/interview.ts';
import { valueText, type CountedRow } from '../ui/format/setting.ts';
import { Icon } from '../ui/Icon.tsx';
import { StepField } from '../ui/StepField.tsx';
import { ChoiceSelect, NullableChoice } from './ChoiceSelect.tsx';
import { ListControl, RowTitle } from './ListControl.tsx';
import { MicrophoneControl } from './MicrophoneControl.tsx';
import { ProgramControl } from './ProgramControl.tsx';
import { useSettingsContext, type ControlProps } from './settings-context.ts';
import { VoiceControl } from './VoiceControl.tsx';

interface SettingControlProps {
  settingKey: SettingKey;
  /** The id of the element that the title labels; its help has `{id}-help`. */
  id: string;
}

/** The control that the table names for a setting. */
export function SettingControl({ settingKey, id }: SettingControlProps) {
  const { app, actions } = useSettingsContext();
  const row: SettingRow = settingRows[settingKey];
  const sentence = (words: string): string => `${row.title} is now ${words}.`;
  const set = (value: unknown, words: string): void => actions.change({ [settingKey]: value }, sentence(words));
  // core/settings/schema.ts makes sure that the table and the types agree; here the row decides.
  const value: unknown = app.settings[settingKey];
  switch (row.control) {
    case 'switch':
      return <SwitchControl {...{ id, set }} value={value as boolean} />;
    case 'choice':
      return <ChoiceSelect {...{ id, set }} choices={row.choices} value={value as string} />;
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
    case 'storyTargets':
      return <StoryTargetsControl storyTargets={value as Settings['storyTargets']} />;
    case 'storyVariants':
      return <StoryVariantsControl storyVariants={value as Settings['storyVariants']} />;
    case 'interviews':
      return <InterviewsControl interviews={value as Settings['interviews']} />;
    case 'interview':
      return <InterviewChoice {...{ id, set }} value={value as string | null} />;
    case 'list':
      return <ListControl {...{ id, row, set }} value={value as string[]} />;
    case 'microphone':
      return <MicrophoneControl {...{ id, set }} value={value as string | null} />;
    case 'voice':
      return <VoiceControl {...{ id, set }} value={value as string | null} />;
    case 'hotkeys':
      return null;
  }
}

function SwitchControl({ id, value, set }: ControlProps<boolean>) {
  return (
    <input
      id={id}
      className="switch"
      type="checkbox"
      role="switch"
      aria-describedby={`${id}-help`}
      aria-checked={value}
      checked={value}
      onChange={(event) => set(event.target.checked, event.target.checked ? 'on' : 'off')}
    />
  );
}

/** They are edited on the progress view, where their stories are. */
function InterviewsControl({ interviews }: { interviews: Settings['interviews'] }) {
  const runCommand = useRunCommand();
  return (
    <>
      <span className="setting-figure">{interviews.map((each) => interviewName(each)).join(', ') || 'None yet'}</span>
      <button type="button" className="button" onClick={() => runCommand('show-progress')}>
        Edit in Progress
      </button>
    </>
  );
}

/** The interview that the program is narrowed to. One that has passed is the same as none. */
function InterviewChoice({ id, value, set }: ControlProps<string | null>) {
  const { app } = useSettingsContext();
  const now = useWallNow();
  const open = app.settings.interviews.filter((interview) => !hasPassed(interview, now));
  const nameOf = (interview: Interview): string =>
    [interviewName(interview), interview.day === null ? '' : shortDay(interview.day)].filter(Boolean).join(', ');
  const choices = [
    { value: '', label: 'All stories' },
    ...open.map((interview) => ({ value: interview.id, label: nameOf(interview) })),
  ];
  const isOpen = open.some((interview) => interview.id === value);
  return <NullableChoice {...{ id, choices, set }} value={isOpen ? value : null} />;
}

interface ShareControlProps extends ControlProps<number> {
  row: CountedRow;
}

/** A slider that works while it is dragged; undo counts such a run of changes as one. */
function ShareControl({ id, row, value, set }: ShareControlProps) {
  /** The value while it is dragged, since the program confirms it a moment later. */
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;
  const settle = (): void => setDragged(null);
  return (
    <>
      <input
        id={id}
        className="slider"
        type="range"
        min={row.min}
        max={row.max}
        step={row.step}
        aria-describedby={`${id}-help`}
        aria-valuetext={valueText(row, shown)}
        value={shown}
        onChange={({ target: { valueAsNumber } }) => {
          setDragged(valueAsNumber);
          set(valueAsNumber, valueText(row, valueAsNumber));
        }}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <span className="setting-figure num" aria-hidden="true">
        {valueText(row, shown)}
      </span>
    </>
  );
}

/** The stories on the keys 1 to 9. They are pinned in the library; here they can be unpinned. */
function PinsControl({ pins }: { pins: Settings['pins'] }) {
  const { app, actions } = useSettingsContext();
  const pinned = pinSlots.flatMap((slot) => {
    const id = pins[slot]?.id;
    return id === undefined ? [] : [{ slot, id, story: app.library.stories.find((story) => story.id === id) }];
  });
  if (pinned.length === 0) return <p className="setting-help">None yet. Pin a story to a key in the library.</p>;
  return (
    <ul className="pins" aria-label="Pinned stories by key">
      {pinned.map(({ slot, id, story }) => {
        const name = story?.name ?? id;
        return (
          <li key={slot} className="pins-row">
            <kbd>{slot}</kbd>
            <RowTitle story={story} name={name} />
            <button
              type="button"
              className="control"
              aria-label={`Unpin ${name}`}
              title={`Unpin it from the key ${slot}`}
              onClick={() => actions.unpin(id, name)}
            >
              <Icon name="dismiss" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The stories with a time of their own. It is set on the prompter and in the library; here it can be taken away. */
function StoryTargetsControl({ storyTargets }: Pick<Settings, 'storyTargets'>) {
  const entries = Object.entries(storyTargets).map(([key, targetMs]) => ({ key, value: roundDuration(targetMs) }));
  return (
    <StoryEntries
      entries={entries}
      label="Stories with a time of their own"
      what="time"
      tip="Remove it: the story gets its usual target again"
      without={(key) => ({ storyTargets: withOwnTarget({ storyTargets }, key, null) })}
    />
  );
}

/** The stories that come in another version than their full answer. It is chosen in the library; here it can be taken away. */
function StoryVariantsControl({ storyVariants }: Pick<Settings, 'storyVariants'>) {
  const entries = Object.entries(storyVariants).map(([key, value]) => ({ key, value }));
  return (
    <StoryEntries
      entries={entries}
      label="Stories with a default version"
      what="version"
      tip="Remove it: the story comes with its full answer again"
      without={(key) => ({ storyVariants: withDefaultVariant({ storyVariants }, key, null) })}
    />
  );
}

interface StoryEntriesProps {
  /** `key` is a story’s id, maybe with a variant after `#`. */
  entries: readonly { key: string; value: string }[];
  label: string;
  /** What a row removes. */
  what: 'time' | 'version';
  tip: string;
  without: (key: string) => SettingsPatch;
}

/** Values that single stories have, one a row. */
function StoryEntries({ entries, label, what, tip, without }: StoryEntriesProps) {
  const { app, actions } = useSettingsContext();
  if (entries.length === 0) return <p className="setting-help">None yet.</p>;
  return (
    <ul className="pins" aria-label={label}>
      {entries.map(({ key, value }) => {
        const [id = key] = key.split('#');
        const story = app.library.stories.find((brief) => brief.id === id);
        const name = `${story?.name ?? id}${key === id ? '' : ' (variant)'}`;
        return (
          <li key={key} className="pins-row">
            <span className="num" dir="auto">
              {value}
            </span>
            <RowTitle story={story} name={name} />
            <button
              type="button"
              className="control"
              aria-label={`Remove the ${what} of ${name}`}
              title={tip}
              onClick={() => actions.change(without(key), `Removed the ${what} of ${name}.`)}
            >
              <Icon name="dismiss" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
