import * as v from 'valibot';
import { flowProject, shells } from '../tests/flows/driver.ts';

/** As much of the report of Playwright's `json` reporter as says which project's tests ended how. */
interface Suite {
  specs: { tests: { projectName: string; status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[];
  suites?: Suite[] | undefined;
}
const suite: v.GenericSchema<Suite> = v.object({
  specs: v.array(
    v.object({
      tests: v.array(
        v.object({ projectName: v.string(), status: v.picklist(['expected', 'unexpected', 'flaky', 'skipped']) }),
      ),
    }),
  ),
  suites: v.optional(v.array(v.lazy(() => suite))),
});
const report = v.object({ suites: v.array(suite) });

/**
 * A line for each shell: how many of the flows passed in it, or that they were not run. `whyNoElectron` is the half of
 * a sentence about Electron, null where it is there. Throws where the report is none.
 */
export function flowLines(written: unknown, whyNoElectron: string | null): string[] {
  const tests = v.parse(report, written).suites.flatMap(testsOf);
  return shells.map((shell) => {
    const own = tests.filter(({ projectName }) => projectName === flowProject(shell));
    const passed = own.filter(({ status }) => status === 'expected').length;
    if (own.length > 0) return `Flows in ${shell}: ${passed} of ${own.length} passed.`;
    const why = shell === 'Electron' ? whyNoElectron : null;
    return `Flows in ${shell}: not run${why === null ? '' : `: ${why}`}.`;
  });
}

function testsOf({ specs, suites = [] }: Suite): Suite['specs'][number]['tests'] {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)];
}
