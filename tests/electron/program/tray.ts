import type { CreateFromBitmapOptions, Menu, NativeImage, Tray as ElectronTray } from 'electron';
import { onlyWhenReady } from './app.ts';
import type { MembersOf } from './events.ts';
import { record, recorded } from './record.ts';

/** An image is what it was made of; nobody sees it. */
class StandInImage implements Partial<NativeImage> {
  setTemplateImage(): void {}
}

export const nativeImage = recorded('nativeImage', {
  createFromBitmap: (pixels: Buffer, { width, height }: CreateFromBitmapOptions): StandInImage => {
    if (pixels.length !== width * height * 4) throw new Error('invalid buffer size');
    return recorded('image', new StandInImage());
  },
});

/** The entry in the notification area; nobody can click on it. */
export class Tray implements MembersOf<ElectronTray> {
  constructor(icon: StandInImage) {
    onlyWhenReady('Cannot create Tray before app is ready');
    // Not "new", by which tests count windows.
    record('tray', 'put', [icon]);
    return recorded<Tray>('tray', this);
  }
  setToolTip(): void {}
  setContextMenu(_menu: Menu): void {}
  on(): this {
    return this;
  }
  destroy(): void {}
}
