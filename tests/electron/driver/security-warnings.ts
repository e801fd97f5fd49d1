import type { CDPSession, Page } from '@playwright/test';
import type { ConsoleLine } from './window-page.ts';

type Preferences = Readonly<Record<string, unknown>>;

/** What Electron warns developers of when a page was loaded, by its own names for it (docs/tutorial/security.md). */
const byPreferences: Readonly<Record<string, (preferences: Preferences) => boolean>> = {
  'Disabled webSecurity': ({ webSecurity }) => webSecurity === false,
  allowRunningInsecureContent: ({ allowRunningInsecureContent }) => allowRunningInsecureContent === true,
  experimentalFeatures: ({ experimentalFeatures }) => experimentalFeatures === true,
  enableBlinkFeatures: ({ enableBlinkFeatures }) =>
    typeof enableBlinkFeatures === 'string' && enableBlinkFeatures !== '',
};

/** The warnings that Electron would write on the console of a page that is loaded. */
export async function securityWarnings(page: Page, cdp: CDPSession, preferences: Preferences): Promise<ConsoleLine[]> {
  const found = Object.keys(byPreferences).filter((name) => byPreferences[name]?.(preferences) === true);
  if (await isEvalAllowed(cdp)) found.push('Insecure Content-Security-Policy');
  const { insecure, popups } = await page.evaluate(() => ({
    insecure: performance.getEntriesByType('resource').some(({ name }) => /^(http|ftp):/i.test(name)),
    popups: document.querySelector('[allowpopups]') !== null,
  }));
  if (insecure) found.push('Insecure Resources');
  if (popups) found.push('allowpopups');
  return found.map((name) => ({ type: 'warning', text: `Electron Security Warning (${name})` }));
}

/** Whether the page's policy lets a script make code out of text. */
async function isEvalAllowed(cdp: CDPSession): Promise<boolean> {
  const expression = 'eval(trustedTypes.emptyScript)';
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression, allowUnsafeEvalBlockedByCSP: false });
  return exceptionDetails === undefined;
}
