/*
 * Every key pressed in a window arrives here, after the elements that handle keys themselves: one listener per window, and
 * a stack of scopes, which mounted views push. The last scope decides first.
 */
import { useContext, useEffectEvent, useLayoutEffect } from 'react';
import { commandForKey, keyName } from '../../core/contract/command-keys.ts';
import { type CommandId, commands, type ViewName } from '../../core/contract/commands.ts';
import { ViewContext, WindowContext } from './program-context.ts';

/**
 * Where a key was pressed: in text that is being written or a hotkey that is being recorded, which take all keys; in a
 * field that nobody is editing, which takes those without Control or Command; on a button; on a box that Space ticks; or
 * anywhere else.
 */
type KeyPlace = 'writing' | 'field' | 'button' | 'box' | 'elsewhere';

/** A key press, as a scope decides about it. */
export interface Press {
  /** As the commands' table writes it: `b`, `Shift+B`, `Control+z`, `Escape`. */
  name: string;
  /** Its command in the scope's view; null without one, or where the focused element takes the key. */
  command: CommandId | null;
  place: KeyPlace;
  /** The key is held down, which reaches only commands that repeat. */
  repeat: boolean;
  event: KeyboardEvent;
}

export interface KeyScope {
  /** The view whose commands a press can run. */
  view: ViewName;
  /** Handles a press. True if the scope took it: then no scope below gets it, and the browser does nothing with it. */
  press: (press: Press) => boolean;
  /** A dialog over the view: no other scope gets its keys. */
  isModal?: boolean;
  /** A clicker’s start key must not reload the page, whatever has the focus: the prompter floats above it. */
  keepsPage?: boolean;
}

const stacks = new WeakMap<Window, KeyScope[]>();

/** Pushes a scope on a window's stack; the function it returns removes the scope. */
export function pushScope(win: Window, scope: KeyScope): () => void {
  const stack = stacks.get(win) ?? listen(win);
  stack.push(scope);
  return () => void stack.splice(stack.indexOf(scope), 1);
}

/** While an input method composes a word, the key belongs to it; Safari reports the last one with this code. */
const isComposingCode = 229;

/** The same for these. Ctrl+R still reloads them. */
const keptViews: ReadonlySet<ViewName> = new Set<ViewName>(['prompter', 'rehearsal']);

/** Whether a browser would reload the page. */
function reloads(event: KeyboardEvent): boolean {
  return event.key === 'F5' && !event.ctrlKey && !event.altKey && !event.metaKey;
}

function listen(win: Window): KeyScope[] {
  const stack: KeyScope[] = [];
  stacks.set(win, stack);
  win.addEventListener('keydown', (event) => {
    const isKept = reloads(event) && stack.some(({ view, keepsPage }) => keepsPage === true || keptViews.has(view));
    const isOthers = event.defaultPrevented || event.isComposing || event.keyCode === isComposingCode;
    if ((!isOthers && isTaken(stack, event)) || isKept) event.preventDefault();
  });
  return stack;
}

function isTaken(stack: readonly KeyScope[], event: KeyboardEvent): boolean {
  const place = placeOf(event.target);
  const isInDialog = closest(event.target, 'dialog:modal') !== null;
  // A message that arrives under a dialog pushes a scope, too.
  const modal = stack.findLast(({ isModal }) => isModal);
  if (isInDialog && modal === undefined) return false;
  for (const { view, press, isModal = false } of modal === undefined ? stack.toReversed() : [modal]) {
    const asked = commandAt(place, event, view);
    // Held down, most commands would only flicker. In a dialog the key keeps its own effect, such as scrolling.
    const isHeld = asked !== null && event.repeat && commands[asked].repeats === undefined;
    if (isHeld && !isModal) return true;
    const command = isHeld ? null : asked;
    if (press({ name: keyName(event), command, place, repeat: event.repeat, event })) return true;
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

/** By what the target can do instead of `instanceof`: an element of a floating window belongs to another realm. */
function closest(target: EventTarget | null, selector: string): Element | null {
  return target !== null && 'closest' in target ? (target as Element).closest(selector) : null;
}

/**
 * The command that a press runs, at the bottom of a view's stack; `nothing` where a held key has already marked a
 * section. The function remembers whether a rehearsal was running when the key went down: the press that ends a run may
 * still be held when the prompter has its own story back, which must stay where it is.
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
 * Handles the keys pressed in a view's window while the component is mounted; a modal one is a dialog over the view.
 * With `isOn` false it gets no keys.
 */
export function useKeys(
  press: KeyScope['press'],
  { isModal = false, isOn = true, keepsPage = false }: Omit<KeyScope, 'view' | 'press'> & { isOn?: boolean } = {},
): void {
  const win = useContext(WindowContext);
  const view = useContext(ViewContext);
  const decide = useEffectEvent(press);
  // Before the view is painted: a key may follow as soon as somebody sees it.
  useLayoutEffect(
    () => (isOn ? pushScope(win, { view, isModal, keepsPage, press: (pressed) => decide(pressed) }) : undefined),
    [win, view, isModal, isOn, keepsPage],
  );
}

/** Escape closes a dialog and discards what is being written. */
const hasEscape = 'dialog, [data-writing="true"], [role="combobox"]';

/** Escape dismisses a message, unless the key has another meaning; null while no message can be dismissed. */
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
