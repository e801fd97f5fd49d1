/** The address of a link that may be opened outside, in the system's browser or mail program; null for all others. */
export function outsideLink(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null) return null;
  return parsed.protocol === 'https:' || parsed.protocol === 'mailto:' ? parsed.href : null;
}
