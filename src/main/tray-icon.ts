/** Pixels a side; half as many points, for sharp displays. */
export const trayIconSize = 32;

interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** 0 black to 255 white. Grey because the order of the colour channels differs by system. */
  grey: number;
}

/** The rows of an outline, the current one largest; the same drawing as the page's icon. */
const rows: readonly Bar[] = [
  { x: 0, y: 12, width: 3, height: 8, grey: 255 },
  { x: 7, y: 6, width: 14, height: 3, grey: 150 },
  { x: 7, y: 14, width: 18, height: 4, grey: 255 },
  { x: 7, y: 23, width: 12, height: 3, grey: 180 },
];

const background: Bar = { x: 0, y: 0, width: trayIconSize, height: trayIconSize, grey: 16 };

/**
 * The icon for the notification area, four bytes a pixel, the last being the opacity. macOS needs only the shape
 * (`template`) and colours it itself; elsewhere it has its own background, since bars can be light or dark.
 */
export function trayPixels(template: boolean): Uint8Array {
  const pixels = new Uint8Array(trayIconSize * trayIconSize * 4);
  for (const bar of template ? rows : [background, ...rows]) paint(pixels, bar);
  return pixels;
}

function paint(pixels: Uint8Array, { x, y, width, height, grey }: Bar): void {
  for (let row = y; row < y + height; row += 1) {
    const start = (row * trayIconSize + x) * 4;
    for (let at = start; at < start + width * 4; at += 4) pixels.set([grey, grey, grey, 255], at);
  }
}
