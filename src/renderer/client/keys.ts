import { commandForKey, type CommandId, type KeyPress, type ViewName } from '../../core/contract/commands.ts';

/**
 * Where a key was pressed: in something with keys of its own (a field, a dialog that covers the view), on something
 * that a key presses, on a box that Space ticks, or anywhere else.
 */
export type KeyPlace = 'field' | 'button' | 'box' | 'elsewhere';

/** Held down, these go on; the others would only flicker. */
const repeating: ReadonlySet<CommandId> = new Set<CommandId>([
  'next-row',
  'previous-row',
  'next-section',
  'previous-section',
  'add-time',
  'take-time',
  'faster',
  'slower',
  'bigger',
  'smaller',
  'more-opaque',
  'less-opaque',
  'more-text',
  'less-text',
]);

/** Held down in a rehearsal, these would set or take back a mark with each repeat, and end the run in a second. */
const marking: ReadonlySet<CommandId> = new Set<CommandId>([
  'next-row',
  'previous-row',
  'next-section',
  'previous-section',
]);

/**
 * What a key press in a view asks for: a command; `nothing`, though the key is ours; null to let it go its way.
 * `rehearsing`: a rehearsal is under way, or was when the key went down.
 */
export function answerKey(
  press: KeyPress & { repeat: boolean },
  place: KeyPlace,
  view: ViewName = 'prompter',
  rehearsing = false,
): CommandId | 'nothing' | null {
  if (place === 'field') return null;
  if (place === 'button' && (press.key === ' ' || press.key === 'Enter')) return null;
  if (place === 'box' && press.key === ' ') return null;
  const command = commandForKey(press, view);
  if (command === null) return null;
  const repeats = repeating.has(command) && !(rehearsing && marking.has(command));
  return press.repeat && !repeats ? 'nothing' : command;
}

export interface KeyParts {
  run: (command: CommandId) => void;
  /** Whether a rehearsal is under way. */
  isRehearsing: () => boolean;
}

/** Runs a view's commands by the keys pressed in its window; the function that comes back ends that. */
export function setUpKeys(win: Window, view: ViewName, { run, isRehearsing }: KeyParts): () => void {
  // The press that ends a run may still be held when the prompter has its own story again, which must stay where it is.
  let beganRehearsing = false;
  const listen = (event: KeyboardEvent): void => {
    if (!event.repeat) beganRehearsing = isRehearsing();
    if (event.defaultPrevented || event.isComposing) return;
    const answer = answerKey(event, placeOf(event.target), view, beganRehearsing || isRehearsing());
    if (answer === null) return;
    event.preventDefault();
    if (answer !== 'nothing') run(answer);
  };
  win.addEventListener('keydown', listen);
  return () => win.removeEventListener('keydown', listen);
}

/** By what it can do, not by `instanceof`: an element of a floating window belongs to another realm. */
export function placeOf(target: EventTarget | null): KeyPlace {
  if (target === null || !('closest' in target)) return 'elsewhere';
  const element = target as HTMLElement;
  if (element.closest('dialog:modal') !== null) return 'field';
  if (element.matches('input[type="checkbox"]')) return 'box';
  if (element.isContentEditable || element.closest('input, textarea, select') !== null) return 'field';
  return element.closest('button, a, summary') === null ? 'elsewhere' : 'button';
}
