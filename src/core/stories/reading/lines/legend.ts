import { meaningOf } from '../../words/lookup.ts';

/** In characters: longer lines define more than letters. */
const longestLegend = 200;

/** Whether a line only says what the letters mean: `S: Situation, T: Task, A: Action, R: Result`. */
export function isLegend(text: string): boolean {
  if (text.length > longestLegend || !/[,;|·/\s][ATR]\b/u.test(text)) return false;
  const parts = text.replace(/^[^:]{2,40}:\s+(?=S\b)/u, '').split(/\s*[,;|·/]\s*|\s+(?=[STARL]\s?[:=–—-])/u);
  return parts.length > 2 && parts.every((part) => definesLetter(part));
}

function definesLetter(part: string): boolean {
  const found = /^([\p{L}]{1,2})\)?\s*(?:[:=–—-]|for|st(?:ands|eht) f(?:or|ür))\s*(\p{L}[\p{L}\s]*?)[.)]?$/u.exec(
    part.trim(),
  );
  const [, letter = '', word = ''] = found ?? [];
  const own = meaningOf(letter, false);
  const other = meaningOf(word, true);
  if (other?.type !== 'section' || word.length < 3) return false;
  return own?.type === 'section' ? own.kind === other.kind || letter === 'R' : letter === word.slice(0, letter.length);
}
