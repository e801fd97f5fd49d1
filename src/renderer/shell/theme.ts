import type { Capabilities } from '../../core/contract/contract.ts';
import type { Settings } from '../../core/settings/schema.ts';

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
export function applyLook(doc: Document, look: ReturnType<typeof lookOf>): void {
  for (const [name, value] of Object.entries(look.attributes)) doc.documentElement.setAttribute(name, value);
  for (const [name, value] of Object.entries(look.properties)) doc.documentElement.style.setProperty(name, value);
}
