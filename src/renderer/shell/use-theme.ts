import { useEffect, useLayoutEffect } from 'react';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';
import { useView } from '../client/program-context.ts';
import { useMedia } from '../ui/use-media.ts';

/** Applies the person's theme, typeface and sizes to the page, and to the floating window. */
export function useTheme(floatWindow: Window | null): void {
  const capabilities = useView(({ app }) => app?.capabilities);
  const settings = useView(({ app }) => app?.settings);
  const wantsContrast = useMedia('(prefers-contrast: more)');
  useLayoutEffect(() => {
    if (settings === undefined || capabilities === undefined) return;
    const theme = themeOf(settings, capabilities, wantsContrast);
    for (const win of [window, floatWindow]) if (win !== null) applyTheme(win.document, theme);
    colourFrame(window);
  }, [settings, capabilities, wantsContrast, floatWindow]);
  useEffect(() => {
    const systemTheme = window.matchMedia('(prefers-color-scheme: light)');
    const colourAgain = (): void => colourFrame(window);
    systemTheme.addEventListener('change', colourAgain);
    return () => systemTheme.removeEventListener('change', colourAgain);
  }, []);
}

type ThemeSettings = Pick<Settings, 'theme' | 'typeface' | 'textSize' | 'lineHeight' | 'opacity'>;

/** The same as attributes and custom properties of the root element, from which tokens.css derives the rest. */
export function themeOf(settings: ThemeSettings, capabilities: Capabilities, wantsContrast: boolean) {
  const isElectron = capabilities.shell === 'electron';
  return {
    attributes: {
      'data-theme': settings.theme,
      'data-typeface': settings.typeface,
      'data-contrast': settings.theme === 'contrast' || wantsContrast ? 'more' : 'normal',
      'data-shell': capabilities.shell,
    },
    properties: {
      '--text-size': `${settings.textSize}px`,
      '--line-height': String(settings.lineHeight),
      // Only the background is transparent, and only where the window itself is.
      '--ground-share': `${isElectron && capabilities.opacity ? Math.round(settings.opacity * 100) : 100}%`,
    },
  };
}

/** Applies them to a document, which may be a floating window's. */
function applyTheme(doc: Document, theme: ReturnType<typeof themeOf>): void {
  for (const [name, value] of Object.entries(theme.attributes)) doc.documentElement.setAttribute(name, value);
  for (const [name, value] of Object.entries(theme.properties)) doc.documentElement.style.setProperty(name, value);
}

/** Gives the browser the page’s ground for what it draws around it, such as an app’s title bar. */
function colourFrame(win: Window): void {
  const ground = win.getComputedStyle(win.document.body).backgroundColor;
  for (const meta of win.document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', ground);
}
