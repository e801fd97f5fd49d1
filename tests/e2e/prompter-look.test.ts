import { expect, test } from './offbook.ts';
import { begun, expectAccessible, openPrompter, prompterOf } from '../pages/prompter-page.ts';
import { glaze, kiln, pitch } from '../stories/prompter-stories.ts';

const stories = { 'a-kiln.md': kiln, 'b-glaze.md': glaze };

test('axe finds nothing with the controls shown, in every phase of the clock', async ({ page, startOffbook }) => {
  // Without the bar of the views, which would come first.
  await page.setViewportSize({ width: 640, height: 480 });
  await openPrompter(page, await startOffbook({ stories: { 'a-kiln.md': kiln, 'b-pitch.md': pitch } }));
  const { timer, button } = prompterOf(page);
  // While one has the focus they stay; under a mouse at rest they disappear.
  await page.keyboard.press('Tab');
  await expect(button('Previous story')).toBeFocused();
  await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
  const phases = [
    { phase: 'soon', figure: '0:30', keys: ['-', '-', '-', '-', '-', '-'] },
    { phase: 'last', figure: '0:10', keys: ['n'] },
    { phase: 'over', figure: '0:00', keys: ['-'] },
  ];
  for (const { phase, figure, keys } of phases) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(timer).toHaveText(figure);
    await expect(timer).toHaveAttribute('data-phase', phase);
    await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
    await expectAccessible(page);
  }
});

test.describe('with the system’s settings', () => {
  test.use({ contextOptions: { contrast: 'more' }, colorScheme: 'light' });

  test('a light theme and more contrast are used', async ({ page, startOffbook }) => {
    await openPrompter(page, await startOffbook({ stories }));
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(prompterOf(page).current.locator('.text')).toHaveCSS('color', 'rgb(0, 0, 0)');
  });
});

test('the controls appear under the pointer and move nothing; they disappear when it rests, return when it moves, and stay while one has the focus', async ({
  page,
  startOffbook,
}) => {
  await page.setViewportSize({ width: 460, height: 360 });
  await page.clock.install();
  await openPrompter(page, await startOffbook({ stories }));
  // The page's timers don't run, so the controls stay until the test lets the time pass.
  await page.clock.pauseAt(Date.now() + 60_000);
  const { main, current, button } = prompterOf(page);
  const controls = page.locator('.controls');
  await expect(controls).toHaveCSS('opacity', '0');
  const before = await current.boundingBox();
  await main.hover();
  await expect(controls).toHaveCSS('opacity', '1');
  expect(await current.boundingBox()).toEqual(before);
  await expect(button('Start or pause')).toHaveAttribute('title', 'Start (Space)');

  await page.clock.runFor(5000);
  await expect(controls).toHaveCSS('opacity', '0');
  await page.mouse.move(220, 110);
  await expect(controls).toHaveCSS('opacity', '1');
  for (const box of await Promise.all((await controls.getByRole('button').all()).map((each) => each.boundingBox()))) {
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(460);
  }
  await page.clock.runFor(5000);
  await expect(controls).toHaveAttribute('data-awake', 'false');
  await page.keyboard.press('Tab');
  await expect(button('Previous story')).toBeFocused();
  await expect(controls).toHaveCSS('opacity', '1');
});

test('a mouse at rest over a paused prompter leaves no timer running', async ({ page, startOffbook }) => {
  await page.addInitScript(() => {
    const waits = new Set<number>();
    let begun = 0;
    const set = window.setTimeout.bind(window);
    const clear = window.clearTimeout.bind(window);
    window.setTimeout = ((run: () => void, afterMs: number) => {
      const timer = set(() => {
        waits.delete(timer);
        run();
      }, afterMs);
      waits.add(timer);
      begun += 1;
      return timer;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((timer: number | undefined) => {
      if (timer !== undefined) waits.delete(timer);
      clear(timer);
    }) as typeof window.clearTimeout;
    Object.assign(window, { timers: () => ({ begun, waiting: waits.size }) });
  });
  const timers = () =>
    page.evaluate(() => (window as unknown as { timers: () => { begun: number; waiting: number } }).timers());
  await openPrompter(page, await startOffbook({ stories }));
  const { timer, button } = prompterOf(page);
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('Space');
  await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
  const before = await timers();
  await page.mouse.move(200, 100);
  await page.mouse.move(210, 110);
  await expect.poll(async () => (await timers()).begun).toBeGreaterThan(before.begun);
  await expect(page.locator('.controls')).toHaveAttribute('data-awake', 'false');
  await expect.poll(async () => (await timers()).waiting).toBe(0);
});

test('the first keys are shown until one is pressed, and never again', async ({ page, startOffbook }) => {
  const offbook = await startOffbook({ stories });
  await page.setViewportSize({ width: 460, height: 260 });
  await openPrompter(page, offbook);
  const { main, timer, current } = prompterOf(page);
  const line = main.getByText('Space starts · / finds · ? shows all keys');
  await expect(line).toBeVisible();
  await expectAccessible(page);
  const row = await current.boundingBox();
  await page.keyboard.press('Space');
  await expect(timer).toHaveText(begun);
  await page.keyboard.press('r');
  await expect(timer).toHaveText('2:00');
  await expect(line).toHaveCount(0);
  await expect.poll(() => current.boundingBox()).toEqual(row);
  await offbook.stop();
  // The next start has another port, on which this memory must not depend.
  await openPrompter(page, await startOffbook({ stories: null, home: offbook.home }));
  await expect(line).toHaveCount(0);
});

test('a page as it opens: its files, its themes, its keys and its buttons', async ({ page, startOffbook }) => {
  await page.setViewportSize({ width: 640, height: 480 });
  const offbook = await startOffbook({ stories });

  await test.step('only the page’s own files are loaded, few of them before it is drawn, and no policy is broken', async () => {
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await openPrompter(page, offbook);
    await page.evaluate(() => document.fonts.ready);
    const { origin } = new URL(offbook.address);
    const known = /^\/(?:|enter|assets\/[\w-]+\.(?:js|css|svg|woff2))$/;
    expect(asked.filter((url) => new URL(url).origin !== origin || !known.test(new URL(url).pathname))).toEqual([]);
    const paintMs = () =>
      page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    await expect.poll(paintMs).toBeGreaterThan(0);
    const scripts = await page.evaluate(
      (beforeMs) => {
        const files = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < beforeMs);
        return files.map(({ name }) => name).filter((name) => name.endsWith('.js'));
      },
      await paintMs(),
    );
    // The page's own script, and a few that the bundler splits off because other views use them too.
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.length).toBeLessThanOrEqual(10);
    expect(scripts.filter((url) => /View|Sheet|standby/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => document.fonts.check('22px "Atkinson Hyperlegible Next Variable"'))).toBe(true);
    // The computer's other name leads here too.
    await openPrompter(page, { address: offbook.address.replace('127.0.0.1', 'localhost') });
  });
  await test.step('axe finds nothing, and every theme has its background', async () => {
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
    await expect(prompterOf(page).current).toContainText('by hand');
    await expectAccessible(page);
    const grounds = new Set<string>();
    for (const theme of ['dark', 'light', 'contrast', 'system']) {
      await page.keyboard.press('d');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(grounds).toEqual(new Set(['rgb(14, 16, 20)', 'rgb(246, 246, 243)', 'rgb(0, 0, 0)']));
  });
  await test.step('everything works with the keyboard alone', async () => {
    const { button, title, timer } = prompterOf(page);
    await page.keyboard.press('Tab');
    await expect(button('Previous story')).toBeFocused();
    await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
    await page.keyboard.press('Tab');
    await expect(button('Start or pause')).toBeFocused();
    await expect(button('Start or pause')).toHaveCSS('outline-style', 'solid');
    // One press starts once: the button doesn't start what the key then pauses.
    await page.keyboard.press('Space');
    await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
    await expect(timer).toHaveText(begun);
    await page.keyboard.press('Enter');
    await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(title).toContainText('glaze recipe');
  });
  await test.step('after a click on a button the keys still go to the prompter', async () => {
    // Only a click gives a button its focus here, not the Tab of the step before.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('ArrowLeft');
    await expect(prompterOf(page).title).toContainText('kiln that ran cold');
    const { main, button, title } = prompterOf(page);
    await main.hover();
    await button('Next story').click();
    await expect(title).toContainText('glaze recipe');
    await page.keyboard.press('Space');
    await expect(button('Start or pause')).toHaveAttribute('aria-pressed', 'true');
    await expect(title).toContainText('glaze recipe');
  });
  await test.step('the smallest window shows the time, a row and the main buttons', async () => {
    await page.keyboard.press('r');
    await expect(prompterOf(page).timer).toHaveText('2:00');
    await page.setViewportSize({ width: 220, height: 90 });
    const { current, timer, main, button } = prompterOf(page);
    const row = await current.boundingBox();
    expect(row!.y).toBeGreaterThan(25);
    await expect(timer).toBeInViewport({ ratio: 1 });
    await main.hover();
    for (const name of ['Start or pause', 'Find a story', 'More controls']) {
      await expect(button(name)).toBeInViewport({ ratio: 1 });
    }
    const controls = await page.locator('.controls').boundingBox();
    expect(controls!.y + controls!.height).toBeLessThan(row!.y + 4);
    expect(controls!.x + controls!.width).toBeLessThan((await timer.boundingBox())!.x);
  });
});
