import { EventEmitter } from 'node:events';
import type { Display, Point, Screen } from 'electron';
import { onlyWhenReady } from './app.ts';
import { emits, preventable, type MembersOf, type ScreenEvents } from './events.ts';
import { offer } from './link.ts';
import { standInOptions } from './options.ts';
import { recorded } from './record.ts';

/** The displays that the test says there are; the first is the main one, and the mouse is in its middle. */
class StandInScreen extends EventEmitter implements MembersOf<Screen> {
  #displays = standInOptions().displays;

  getAllDisplays(): Display[] {
    onlyWhenReady("The 'screen' module can't be used before the app 'ready' event");
    return structuredClone(this.#displays);
  }

  getPrimaryDisplay(): Display {
    const [first] = this.getAllDisplays();
    if (first === undefined) throw new Error('The test says that there is no display at all.');
    return first;
  }

  getCursorScreenPoint(): Point {
    const { x, y, width, height } = this.getPrimaryDisplay().bounds;
    return { x: x + Math.floor(width / 2), y: y + Math.floor(height / 2) };
  }

  getDisplayNearestPoint({ x, y }: Point): Display {
    const holds = ({ bounds }: Display): boolean =>
      x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
    const found = this.getAllDisplays().find(holds);
    if (found === undefined) throw new Error('The stand-in has no display at this point, and looks for none nearby.');
    return found;
  }

  /** Tells of what is gone, changed and new, in that order. */
  set(displays: Display[]): void {
    const before = this.#displays;
    this.#displays = displays;
    const same = (one: Display) => (other: Display) => one.id === other.id;
    for (const display of before.filter((one) => !displays.some(same(one)))) {
      emit('display-removed', preventable(), display);
    }
    for (const display of displays) {
      const old = before.find(same(display));
      if (old === undefined) emit('display-added', preventable(), display);
      else if (JSON.stringify(old) !== JSON.stringify(display)) {
        emit('display-metrics-changed', preventable(), display, ['bounds', 'workArea', 'scaleFactor']);
      }
    }
  }
}

const standIn = new StandInScreen();
export const screen = recorded('screen', standIn);
const emit = emits<ScreenEvents>('screen', standIn);

offer({ setDisplays: (displays) => standIn.set(displays) });
