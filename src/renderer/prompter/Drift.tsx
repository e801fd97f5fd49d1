import { formatDrift } from '../../core/prompter/cursor.ts';

/** How far the cursor is from the clock. The word gives way where the window is narrow; the mark says it too. */
export function Drift({ driftMs }: { driftMs: number }) {
  const figure = formatDrift(driftMs);
  const word = driftMs < 0 ? 'behind' : 'ahead';
  return (
    <span className="drift num" data-drift={word}>
      {figure}
      {figure !== '' && <span className="drift-word"> {word}</span>}
    </span>
  );
}
