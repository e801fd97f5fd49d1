import type { Page } from '@playwright/test';

export type Place = readonly [x: number, y: number];

/**
 * The places of a page where the mouse moves the window instead of reaching the page. Of the elements with `app-region`, in
 * the order of the document, the last that covers a place decides, whatever is drawn on top.
 */
export function draggedAmong(page: Page, places: readonly Place[]): Promise<Place[]> {
  return page.evaluate((all) => {
    const regions = [...document.querySelectorAll('*')].flatMap((element) => {
      const region = getComputedStyle(element).getPropertyValue('-webkit-app-region');
      return region === 'none' ? [] : [{ isDrag: region === 'drag', box: element.getBoundingClientRect() }];
    });
    return all.filter(([x, y]) => {
      const covers = ({ left, right, top, bottom }: DOMRect) => left <= x && x < right && top <= y && y < bottom;
      return regions.findLast(({ box }) => covers(box))?.isDrag === true;
    });
  }, places);
}

/** Whether a place is one of them. */
export async function isDragged(page: Page, place: Place): Promise<boolean> {
  return (await draggedAmong(page, [place])).length > 0;
}
