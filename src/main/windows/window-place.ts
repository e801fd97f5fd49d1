import { windowSizes, type Size } from '../../core/prompter/window-sizes.ts';
import { clamp } from '../../core/values.ts';

/** In the system's own pixels, from the top left corner of the main display. */
export interface WindowPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of Electron's Display that places depend on. */
export interface DisplayArea {
  bounds: WindowPlace;
  /** Without menu bar, task bar and dock. */
  workArea: WindowPlace;
  scaleFactor: number;
}

/** The windows that are remembered. */
export type WindowName = 'prompter' | 'library';

/** The size that each has when it first opens, and the smallest that it can have. */
export const initialSizes: Readonly<Record<WindowName, Size>> = {
  prompter: windowSizes.small,
  library: { width: 1120, height: 720 },
};
export const minimumSizes: Readonly<Record<WindowName, Size>> = {
  prompter: { width: 220, height: windowSizes.oneLine.height },
  library: { width: 480, height: 360 },
};

/**
 * A name for a set of displays, from its layout. The same desk always has the same name, while on some systems
 * Electron's display ids change with every start.
 */
export function displaySetName(displays: readonly DisplayArea[]): string {
  const names = displays.map(({ bounds, scaleFactor }) => {
    return `${bounds.width}x${bounds.height}@${scaleFactor}+${bounds.x}+${bounds.y}`;
  });
  return names.sort().join(' ');
}

/** Under the camera: at the top centre of a display. */
export function topCentre(display: DisplayArea, size: Size): WindowPlace {
  const { workArea } = display;
  return inside({ ...size, x: workArea.x + Math.round((workArea.width - size.width) / 2), y: workArea.y }, workArea);
}

/** A place with another size: it keeps its top, and its middle from side to side. */
export function resized(place: WindowPlace, size: Size): WindowPlace {
  return { ...size, x: place.x + Math.round((place.width - size.width) / 2), y: place.y };
}

/** A little above the middle of a display, where systems open ordinary windows. */
export function centred(display: DisplayArea, size: Size): WindowPlace {
  const { workArea } = display;
  const { x } = topCentre(display, size);
  const y = workArea.y + Math.round((workArea.height - size.height) / 3);
  return inside({ ...size, x, y }, workArea);
}

/**
 * Moves a place onto one display: the one that shows most of it, or else the nearest. Its size changes only if that
 * display is smaller. `main` is used while the system reports no displays.
 */
export function onScreen(place: WindowPlace, displays: readonly DisplayArea[], main: DisplayArea): WindowPlace {
  let best = (displays[0] ?? main).workArea;
  for (const { workArea } of displays) {
    const more = overlap(place, workArea) - overlap(place, best);
    if (more > 0 || (more === 0 && distance(place, workArea) < distance(place, best))) best = workArea;
  }
  return inside(place, best);
}

function inside(place: WindowPlace, area: WindowPlace): WindowPlace {
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  return {
    x: clamp(place.x, area.x, area.x + area.width - width),
    y: clamp(place.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** The area that two rectangles share. */
function overlap(one: WindowPlace, other: WindowPlace): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** How far a rectangle has to move to be inside another, squared. */
function distance(place: WindowPlace, area: WindowPlace): number {
  const moved = inside(place, area);
  return (moved.x - place.x) ** 2 + (moved.y - place.y) ** 2;
}
