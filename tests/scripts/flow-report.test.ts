import { describe, expect, test } from 'vitest';
import { whyNotInElectron } from '../../scripts/electron-for-tests.ts';
import { flowLines } from '../../scripts/flow-report.ts';
import { flowProject } from '../flows/driver.ts';

const ended = (projectName: string, status: string) => ({ title: 'a flow', tests: [{ projectName, status }] });

describe('which shells the flows ran in', () => {
  const inBrowser = flowProject('the browser shell');
  const onStandIn = flowProject('the stand-in for Electron');
  const report = {
    suites: [
      { title: 'a.test.ts', specs: [ended('chromium', 'unexpected'), ended(inBrowser, 'expected')] },
      {
        title: 'b.test.ts',
        specs: [ended(onStandIn, 'expected')],
        suites: [{ title: 'a group', specs: [ended(onStandIn, 'flaky'), ended(onStandIn, 'unexpected')] }],
      },
    ],
  };

  test('are listed with what passed, and why not in Electron', () => {
    expect(flowLines(report, 'its runtime is away')).toEqual([
      'Flows in the browser shell: 1 of 1 passed.',
      'Flows in the stand-in for Electron: 1 of 3 passed.',
      'Flows in Electron: not run: its runtime is away.',
    ]);
  });

  test('include Electron if it is available', () => {
    const suites = [...report.suites, { title: 'a.test.ts', specs: [ended(flowProject('Electron'), 'expected')] }];
    expect(flowLines({ suites }, null).at(-1)).toBe('Flows in Electron: 1 of 1 passed.');
  });

  test('flows that didn’t run aren’t reported as passed', () => {
    expect(flowLines({ suites: [] }, null)).toEqual([
      'Flows in the browser shell: not run.',
      'Flows in the stand-in for Electron: not run.',
      'Flows in Electron: not run.',
    ]);
  });

  test('anything but a report is refused', () => {
    expect(() => flowLines({}, null)).toThrow();
    expect(() => flowLines({ suites: [{ specs: [{ tests: [{ status: 'expected' }] }] }] }, null)).toThrow();
  });
});

describe('tests in Electron', () => {
  const here = { runtime: true, screen: true, isRoot: false };

  test('can run with its runtime, a screen and a user', () => {
    expect(whyNotInElectron(here)).toBeNull();
  });

  test.each([
    [{ runtime: false }, '“npx install-electron” gets it'],
    [{ screen: false }, 'need a screen'],
    [{ isRoot: true }, 'as another user'],
  ])('without one of them there’s a reason: %o', (lacks, why) => {
    expect(whyNotInElectron({ ...here, ...lacks })).toContain(why);
  });
});
