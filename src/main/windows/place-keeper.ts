import { screen, type BrowserWindow } from 'electron';
import type { Clock } from '../../services/base/program.ts';
import { desktopTraits, type Desktop } from '../desktop.ts';
import type { PlaceMemory } from './place-memory.ts';
import { displaySetName, onScreen, type DisplayArea, type WindowPlace } from './window-place.ts';

/**
 * A dragged window reports every step, and when a display is removed, the system moves windows before it reports that.
 * So a place is remembered only when the window has stayed there this long.
 */
const restMs = 500;

/** Where to open a window, and whether to maximize it there. */
export interface FoundPlace {
  at: WindowPlace;
  maximized: boolean;
}

/** Finds a window's place on the current displays, and remembers it. */
export interface PlaceKeeper {
  find: () => FoundPlace;
  /** Remembers where this window is moved, and restores its place when displays come and go. */
  follow: (window: BrowserWindow) => void;
}

export interface PlaceKeeperOptions {
  desktop: Desktop;
  memory: PlaceMemory;
  after: Clock['after'];
  /** Where a window opens that has no place on these displays yet. */
  firstPlace: (inUse: DisplayArea) => WindowPlace;
}

/** The display in use, judging by the mouse. */
export function displayInUse(): DisplayArea {
  return screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
}

/** Electron's own `windowStatePersistence` keeps one place per window, whatever the displays. */
export function createPlaceKeeper({ desktop, memory, after, firstPlace }: PlaceKeeperOptions): PlaceKeeper {
  const { placeable } = desktopTraits[desktop];

  const find = (): FoundPlace => {
    const inUse = displayInUse();
    const displays = screen.getAllDisplays();
    const kept = memory.find(displaySetName(displays));
    if (kept === null) return { at: firstPlace(inUse), maximized: false };
    return { at: onScreen(kept, displays, inUse), maximized: kept.maximized };
  };
  const remember = (window: BrowserWindow): void => {
    const place = window.getNormalBounds();
    const displays = displaySetName(screen.getAllDisplays());
    // Where windows don't report their place, only the size is worth keeping.
    const at = placeable ? place : (memory.find(displays) ?? firstPlace(screen.getPrimaryDisplay()));
    const { width, height } = place;
    memory.remember(displays, { ...at, width, height, maximized: window.isMaximized() });
  };
  const bringBack = (window: BrowserWindow): void => {
    const displays = screen.getAllDisplays();
    // No display at all: a cable is being changed. The system moves maximized windows itself.
    if (displays.length === 0 || window.isMaximized() || window.isFullScreen()) return;
    const place = memory.find(displaySetName(displays)) ?? window.getNormalBounds();
    window.setBounds(onScreen(place, displays, screen.getPrimaryDisplay()));
  };
  const follow = (window: BrowserWindow): void => {
    let cancel = (): void => {};
    const moved = (): void => {
      cancel();
      cancel = after(restMs, () => remember(window));
    };
    const displaysChanged = (): void => {
      if (placeable) bringBack(window);
    };
    window.on('move', moved);
    window.on('resize', moved);
    screen.on('display-added', displaysChanged);
    screen.on('display-removed', displaysChanged);
    screen.on('display-metrics-changed', displaysChanged);
    window.once('close', () => {
      cancel();
      remember(window);
    });
    window.once('closed', () => {
      cancel();
      screen.off('display-added', displaysChanged);
      screen.off('display-removed', displaysChanged);
      screen.off('display-metrics-changed', displaysChanged);
    });
  };
  return { find, follow };
}
