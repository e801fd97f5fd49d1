import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases } from '../../sizes.ts';
import {
  centred,
  displaySetName,
  initialSizes,
  minimumSizes,
  onScreen,
  resized,
  topCentre,
  type DisplayArea,
  type WindowPlace,
} from '../../../src/main/windows/window-place.ts';

function display(x: number, y: number, width: number, height: number, bar = 0, scaleFactor = 1): DisplayArea {
  return {
    bounds: { x, y, width, height },
    workArea: { x, y: y + bar, width, height: height - bar },
    scaleFactor,
  };
}

const laptop = display(0, 0, 1440, 900, 25, 2);
const desk = display(1440, -300, 2560, 1440);

describe('the initial place', () => {
  test('is top centre, under the menu bar', () => {
    expect(topCentre(laptop, initialSizes.prompter)).toEqual({ x: 490, y: 25, width: 460, height: 260 });
    expect(topCentre(desk, initialSizes.prompter)).toEqual({ x: 2490, y: -300, width: 460, height: 260 });
  });

  test('is as large as a tiny display allows', () => {
    expect(topCentre(display(10, 20, 320, 200), initialSizes.prompter)).toEqual({
      x: 10,
      y: 20,
      width: 320,
      height: 200,
    });
  });
});

describe('the initial place of an ordinary window', () => {
  test('is a little above the middle of the display', () => {
    expect(centred(laptop, { width: 1120, height: 720 })).toEqual({ x: 160, y: 77, width: 1120, height: 720 });
  });

  test('is as large as a small display allows', () => {
    expect(centred(display(0, 0, 800, 600), initialSizes.library)).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  });
});

describe('a place', () => {
  test('keeps its top and its middle with another size', () => {
    const place = { x: 490, y: 25, width: 460, height: 260 };
    const wide = { x: 270, y: 25, width: 900, height: 200 };
    expect(resized(place, { width: 900, height: 200 })).toEqual(wide);
    expect(resized(wide, { width: 460, height: 260 })).toEqual(place);
  });

  test('that is on screen stays', () => {
    const place = { x: 2000, y: -100, width: 500, height: 300 };
    expect(onScreen(place, [laptop, desk], laptop)).toEqual(place);
  });

  test('that crosses an edge moves to the display that shows most of it', () => {
    expect(onScreen({ x: 1300, y: 100, width: 400, height: 200 }, [laptop, desk], laptop)).toEqual({
      x: 1440,
      y: 100,
      width: 400,
      height: 200,
    });
    expect(onScreen({ x: 1200, y: 100, width: 400, height: 200 }, [laptop, desk], laptop)).toEqual({
      x: 1040,
      y: 100,
      width: 400,
      height: 200,
    });
  });

  test('whose display is gone moves to the nearest one', () => {
    expect(onScreen({ x: 3000, y: 500, width: 460, height: 260 }, [laptop], laptop)).toEqual({
      x: 980,
      y: 500,
      width: 460,
      height: 260,
    });
    const left = display(-1000, 0, 1000, 800);
    expect(onScreen({ x: 3000, y: 500, width: 460, height: 260 }, [left, laptop], left).x).toBe(980);
  });

  test('without any display moves to the main one', () => {
    expect(onScreen({ x: 3000, y: 500, width: 460, height: 260 }, [], laptop).x).toBe(980);
  });

  test('under the menu bar moves out from under it', () => {
    expect(onScreen({ x: 100, y: 0, width: 460, height: 260 }, [laptop], laptop).y).toBe(25);
  });
});

test('the same desk has the same name, whatever the order of its displays', () => {
  expect(displaySetName([laptop, desk])).toBe(displaySetName([desk, laptop]));
  expect(displaySetName([laptop, desk])).not.toBe(displaySetName([laptop]));
  expect(displaySetName([laptop])).not.toBe(displaySetName([display(0, 0, 1440, 900, 25, 1)]));
  expect(displaySetName([laptop])).toBe(displaySetName([display(0, 0, 1440, 900, 60, 2)]));
});

test('on thousands of random desks no place is off screen', () => {
  const whole = (min: number, max: number) => integer({ min, max });
  const displays = array(
    record({
      x: whole(-8000, 8000),
      y: whole(-8000, 8000),
      width: whole(320, 5120),
      height: whole(200, 2880),
      bar: whole(0, 80),
    }).map(({ x, y, width, height, bar }) => display(x, y, width, height, bar)),
    { minLength: 1, maxLength: 6 },
  );
  const places = record({
    x: whole(-40_000, 40_000),
    y: whole(-40_000, 40_000),
    width: whole(minimumSizes.prompter.width, 6000),
    height: whole(minimumSizes.prompter.height, 4000),
  });
  assert(
    property(displays, places, (areas, place) => {
      const [first] = areas;
      const found = onScreen(place, areas, first!);
      const fits = ({ workArea }: DisplayArea) =>
        isInside(found, workArea) &&
        found.width === Math.min(place.width, workArea.width) &&
        found.height === Math.min(place.height, workArea.height);
      expect(areas.some(fits), `${JSON.stringify(found)} is on no display, or is too small`).toBe(true);
      expect(onScreen(found, areas, first!)).toEqual(found);
      if (areas.some(({ workArea }) => isInside(place, workArea))) expect(found).toEqual(place);
      for (const firstPlace of [topCentre, centred]) {
        expect(isInside(firstPlace(first!, place), first!.workArea)).toBe(true);
      }
    }),
    cases(2500),
  );
});

function isInside(place: WindowPlace, area: WindowPlace): boolean {
  const right = place.x + place.width <= area.x + area.width;
  const below = place.y + place.height <= area.y + area.height;
  return place.x >= area.x && place.y >= area.y && right && below;
}
