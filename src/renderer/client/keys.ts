/*
 * Every key pressed in a window comes here, after the elements that have keys of their own: one listener a window, and
 * a stack of scopes, which mounted views put on it. The scope that came last decides first.
 */
import { useContext, useEffect, useEffectEvent } from 'react';
import { commandForKey, keyName } from '../../core/contract/command-keys.ts';
import { type CommandId, commands, type ViewName } from '../../core/contract/commands.ts';
import { ViewContext, WindowContext } from './program-context.ts';

/**
 * Where a key was pressed: in text that is being written or a hotkey that is being recorded, which have all keys; in a
 * field with a settled value, which has those without Control or Command; on a button; on a box that Space ticks; or
 * anywhere else.
 */
type KeyPlace = 'writing' | 'field' | 'button' | 'box' | 'elsewhere';

/** A key press, as a scope decides about it. */
export interface Press {
  /** As the commands' table writes it: `b`, `Shift+B`, `Control+z`, `Escape`. */
  name: string;
  /** What it asks for in the scope's view; null where that is nothing, or what has the focus has the key itself. */
  command: CommandId | null;
  place: KeyPlace;
  /** The key is held down. Only commands that repeat come here so. */
  repeat: boolean;
  event: KeyboardEvent;
}

export interface KeyScope {
  /** Its commands are the ones a press can ask for. */
  view: ViewName;
  /** Decides about a press. True where the scope took it: nobody below is asked, and the browser does nothing with it. */
  press: (press: Press) => boolean;
  /** A dialog over the view: nobody below is asked. */
  isModal?: boolean;
}

const stacks = new WeakMap<Window, KeyScope[]>();

/** Puts a scope on top of a window's stack; the function that comes back takes it off. */
export function pushScope(win: Window, scope: KeyScope): () => void {
  const stack = stacks.get(win) ?? listen(win);
  stack.push(scope);
  return () => void stack.splice(stack.indexOf(scope), 1);
}

function listen(win: Window): KeyScope[] {
  const stack: KeyScope[] = [];
  stacks.set(win, stack);
  win.addEventListener('keydown', (event) => {
    // In an input method a key belongs to the word that is being made; 229 is how Safari tells of the last one.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (isTaken(stack, event)) event.preventDefault();
  });
  return stack;
}

function isTaken(stack: readonly KeyScope[], event: KeyboardEvent): boolean {
  const place = placeOf(event.target);
  const isInDialog = closest(event.target, 'dialog:modal') !== null;
  for (const { view, press, isModal = false } of stack.toReversed()) {
    if (isInDialog && !isModal) return false;
    const asked = commandAt(place, event, view);
    // Held down, most commands would only flicker. A dialog keeps what the key does to it, such as scrolling.
    const isHeld = asked !== null && event.repeat && commands[asked].repeats === undefined;
    if (isHeld && !isModal) return true;
    const command = isHeld ? null : asked;
    if (press({ name: keyName(event), command, place, repeat: event.repeat, event })) return true;
    if (isModal) return false;
  }
  return false;
}

function commandAt(place: KeyPlace, event: KeyboardEvent, view: ViewName): CommandId | null {
  const { key, ctrlKey, metaKey } = event;
  if (place === 'writing' || (place === 'field' && !ctrlKey && !metaKey)) return null;
  if (key === ' ' && (place === 'button' || place === 'box')) return null;
  if (key === 'Enter' && place === 'button') return null;
  return commandForKey(event, view);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (closest(target, '[data-writing="true"], [data-recording="true"]') !== null) return 'writing';
  if (closest(target, 'input[type="checkbox"]') !== null) return 'box';
  if (closest(target, 'select, input:is([type="range"], [type="file"]), [data-writing="false"]') !== null)
    return 'field';
  if (closest(target, 'input, textarea, [contenteditable]') !== null) return 'writing';
  return closest(target, 'button, a, summary') === null ? 'elsewhere' : 'button';
}

/** By what the target can do, not by `instanceof`: an element of a floating window belongs to another realm. */
function closest(target: EventTarget | null, selector: string): Element | null {
  return target !== null && 'closest' in target ? (target as Element).closest(selector) : null;
}

/**
 * Which command a press carries out, at the bottom of a view's stack; `nothing` where a key that is held has marked a
 * section already. The function remembers whether a rehearsal was under way when the key went down: the press that ends
 * a run may still be held when the prompter has its own story again, which must stay where it is.
 */
export function commandsByKey(isRehearsing: () => boolean): (press: Press) => CommandId | 'nothing' | null {
  let beganRehearsing = false;
  return ({ command, repeat }) => {
    if (!repeat) beganRehearsing = isRehearsing();
    if (command === null || !repeat || commands[command].repeats === 'always') return command;
    return beganRehearsing || isRehearsing() ? 'nothing' : command;
  };
}

/**
 * Has a view decide about the keys pressed in its window, as long as it is drawn; a modal one is a dialog over it.
 * `isOn` false: it is asked about nothing.
 */
export function useKeys(press: KeyScope['press'], { isModal = false, isOn = true } = {}): void {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const decide = useEffectEvent(press);
  useEffect(
    () => (isOn ? pushScope(win, { view, isModal, press: (pressed) => decide(pressed) }) : undefined),
    [win, view, isModal, isOn],
  );
}

/** A dialog closes by Escape, and what is being written is forgotten. */
const hasEscape = 'dialog, [data-writing="true"], [role="combobox"]';

/** Has Escape dismiss what is said, where the key means nothing else; null while there is nothing to dismiss. */
export function useDismissKey(dismiss: (() => void) | null): void {
  const view = useContext(ViewContext);
  useKeys(
    ({ name, event }) => {
      if (name !== 'Escape' || commandForKey(event, view) !== null || closest(event.target, hasEscape)) return false;
      dismiss?.();
      return true;
    },
    { isOn: dismiss !== null },
  );
}
