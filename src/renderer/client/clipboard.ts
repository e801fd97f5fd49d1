/**
 * Puts text on the clipboard; false if the system didn’t take it. To be called from a click or a key. The newer
 * `navigator.clipboard` needs a permission, and Offbook’s windows refuse every one.
 */
export function copyText(text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill);
  try {
    // oxlint-disable-next-line typescript/no-deprecated
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}
