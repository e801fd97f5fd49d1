import type { Display, Rectangle } from 'electron';

/** A display of a desk; the bar at its top is what `workArea` leaves out. */
function display(id: number, bounds: Rectangle, scaleFactor = 1): Display {
  const { x, y, width, height } = bounds;
  const workArea = { x, y: y + 30, width, height: height - 30 };
  return {
    id,
    bounds,
    workArea,
    scaleFactor,
    label: `Display ${id}`,
    size: { width, height },
    workAreaSize: { width, height: height - 30 },
    nativeOrigin: { x, y },
    rotation: 0,
    internal: id === 1,
    detected: true,
    monochrome: false,
    touchSupport: 'unavailable',
    accelerometerSupport: 'unavailable',
    colorDepth: 24,
    colorSpace: '',
    depthPerComponent: 8,
    displayFrequency: 60,
    maximumCursorSize: { width: 0, height: 0 },
  };
}

/** A laptop's own. */
export const laptop = display(1, { x: 0, y: 0, width: 1440, height: 900 });

/** A bigger one to its right. */
export const monitor = display(2, { x: 1440, y: 0, width: 2560, height: 1440 });
