import { commands, keyLabel } from '../../core/contract/commands.ts';
import { fadeLevels, type FadeLevel } from '../../core/rehearsal/fade.ts';
import { settingRows } from '../../core/settings/table.ts';
import { keepFocus } from './KeyLine.tsx';
import type { StageKeys } from './use-stage-keys.ts';

const steps = [
  { command: 'less-text', step: 1, end: fadeLevels.at(-1) },
  { command: 'more-text', step: -1, end: fadeLevels[0] },
] as const;

/** How much text there is, and the keys for less and more of it. */
export function LevelButtons({ level, keys }: { level: FadeLevel; keys: StageKeys }) {
  return (
    <span className="key-level">
      {steps.map(({ command, step, end }) => (
        <button
          key={command}
          type="button"
          aria-label={commands[command].title}
          disabled={level === end}
          onMouseDown={keepFocus}
          onClick={() => keys.change(step)}
        >
          <kbd aria-hidden="true">{keyLabel(command)}</kbd>
        </button>
      ))}
      <span className="key-words">text: {levelName(level)}</span>
    </span>
  );
}

function levelName(level: FadeLevel): string {
  const { choices } = settingRows.fadeLevel;
  return (choices.find(({ value }) => value === level)?.label ?? level).toLowerCase();
}
