import { screen, type BrowserWindow } from 'electron';
import type { Clock } from '../services/app-types.ts';
import { desktopTraits, type Desktop } from './desktop.ts';
import type { PlaceMemory } from './place-memory.ts';
import { displaySetName, firstSize, onScreen, topCentre, type Place } from './window-place.ts';

/**
 * A window that is dragged reports every step, and when a display goes the system moves windows about before
 * it tells: only where it came to rest is remembered.
 */
const restMs = 500;

/** Finds the prompter's place on the displays there are, and keeps it. */
export interface PrompterPlace {
  find: () => Place;
  /** Remembers where this window is put, and brings it back when displays come and go. */
  follow: (window: BrowserWindow) => void;
}

/** Electron's own `windowStatePersistence` keeps one place a window, whatever the displays; hence this one. */
export function createPrompterPlace(desktop: Desktop, memory: PlaceMemory, after: Clock['after']): PrompterPlace {
  const { placeable } = desktopTraits[desktop];

  const find = (): Place => {
    const inUse = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const displays = screen.getAllDisplays();
    const kept = memory.find(displaySetName(displays));
    return kept === null ? topCentre(inUse, firstSize) : onScreen(kept, displays, inUse);
  };
  const remember = (window: BrowserWindow): void => {
    const place = window.getNormalBounds();
    const displays = displaySetName(screen.getAllDisplays());
    // Where windows don't tell their place, only the size is worth keeping.
    const at = placeable ? place : (memory.find(displays) ?? topCentre(screen.getPrimaryDisplay(), place));
    memory.remember(displays, { ...at, width: place.width, height: place.height });
  };
  const bringBack = (window: BrowserWindow): void => {
    const displays = screen.getAllDisplays();
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
