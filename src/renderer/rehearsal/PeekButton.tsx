import type { KeyboardEvent } from 'react';
import { commands } from '../../core/contract/commands.ts';
import { counted } from '../ui/format/story.ts';
import { keepFocus } from './KeyLine.tsx';
import type { StageKeys } from './use-stage-keys.ts';

interface PeekButtonProps {
  peeks: number;
  peeking: boolean;
  keys: StageKeys;
}

/** Shows the line while it is pressed, as its key does, and tells how often that was. */
export function PeekButton({ peeks, peeking, keys: { down, up } }: PeekButtonProps) {
  const count = peeks > 0 ? ` (${counted(peeks, 'peek')})` : '';
  return (
    <button
      type="button"
      title={commands.peek.title}
      aria-pressed={peeking}
      onMouseDown={keepFocus}
      onPointerDown={() => down('button')}
      onPointerUp={up}
      onPointerLeave={up}
      onPointerCancel={up}
      onBlur={up}
      onKeyDown={(event) => {
        if (isPress(event)) down('button');
      }}
      onKeyUp={(event) => {
        if (isPress(event)) up();
      }}
    >
      <kbd aria-hidden="true">Hold H</kbd> <span className="key-words">show the line{count}</span>
    </button>
  );
}

function isPress({ key }: KeyboardEvent): boolean {
  return key === ' ' || key === 'Enter';
}
