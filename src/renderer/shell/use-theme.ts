import { useLayoutEffect } from 'react';
import { useView } from '../client/program-context.ts';
import { useMedia } from '../ui/use-media.ts';
import type { Capabilities } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';

/** Puts the person's look on the page, and on the floating window where there is one. */
export function useLook(floatWindow: Window | null): void {
  const capabilities = useView(({ app }) => app?.capabilities);
  const settings = useView(({ app }) => app?.settings);
  const wantsContrast = useMedia('(prefers-contrast: more)');
  useLayoutEffect(() => {
    if (settings === undefined || capabilities === undefined) return;
    const look = lookOf(settings, capabilities, wantsContrast);
    for (const win of [window, floatWindow]) if (win !== null) applyLook(win.document, look);
  }, [settings, capabilities, wantsContrast, floatWindow]);
}

type LookSettings = Pick<Settings, 'theme' | 'typeface' | 'textSize' | 'lineHeight' | 'opacity'>;

/** The person's look as attributes and custom properties of the root element; tokens.css makes the rest of them. */
export function lookOf(settings: LookSettings, capabilities: Capabilities, wantsContrast: boolean) {
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
      // Only the ground behind the text is see-through, and only where the window itself is.
      '--ground-share': `${isElectron && capabilities.opacity ? Math.round(settings.opacity * 100) : 100}%`,
    },
  };
}

/** Puts a look on a document, which may be that of a floating window. */
function applyLook(doc: Document, look: ReturnType<typeof lookOf>): void {
  for (const [name, value] of Object.entries(look.attributes)) doc.documentElement.setAttribute(name, value);
  for (const [name, value] of Object.entries(look.properties)) doc.documentElement.style.setProperty(name, value);
}
