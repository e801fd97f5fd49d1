import type { SectionBlock } from '../answer.ts';
import { readsAsQuestion } from '../../questions.ts';
import { foldWord, wordsInAllLanguages } from '../../words/languages.ts';
import { meaningOf } from '../../words/lookup.ts';

const own = oneOf(wordsInAllLanguages(({ pronouns, own: others }) => [...pronouns.i, ...pronouns.we, ...others]));
const you = oneOf(wordsInAllLanguages((language) => language.you));
const instruction = new RegExp(
  `^(?:${alternatives(wordsInAllLanguages((language) => language.instructions))})(?=\\s+\\S)`,
  'iu',
);
const chat = new RegExp(`(?:I )?(?:${alternatives(wordsInAllLanguages((language) => language.chat))})`, 'giu');
/** “[where and when]”, “20 %”, “(30 seconds)”: content that only says what should be there. */
const placeholder =
  /^(?:[[<{][^\]>}]*[\]>}]|~?\d{1,3}\s?(?:%|s|sec|seconds|min|minutes?)|\d{1,2}[–-]\d{1,3}\s?(?:%|s|sec|seconds|min|minutes?|sentences?))[.,;]?$/iu;
const quoted = /["“„«][^"“”„«»]{0,200}["”»]/gu;

/** In characters: what a chatbot adds is short. */
const longestChat = 1200;

/** In characters: the beginning shows whether somebody tells something. */
const longestLook = 4000;

function oneOf(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}'’])(?:${alternatives(words)})(?![\\p{L}\\p{N}'’])`, 'iu');
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"))
    .join('|');
}

/** Whether somebody tells something of their own: “I”, “we”, “my”. Words in quotes don’t count. */
export function tellsOwn(text: string): boolean {
  return own.test(text.slice(0, longestLook).replace(quoted, ''));
}

/** Whether a text tells its reader how to do something: it addresses them, gives instructions or leaves a blank. */
function instructs(text: string): boolean {
  const plain = withoutLabel(text.slice(0, longestLook).trim());
  if (plain === '') return false;
  return placeholder.test(plain) || you.test(plain.replace(quoted, '')) || instruction.test(plain.replace(/^\W+/u, ''));
}

/** “Situation: set the scene” explains as “Set the scene” does. */
function withoutLabel(text: string): string {
  const found = /^(\p{L}+)\s*[:–—-]\s+(?=\S)/u.exec(text);
  const [whole = '', word = ''] = found ?? [];
  return found !== null && meaningOf(word, true)?.type === 'section' ? text.slice(whole.length) : text;
}

/** Whether it is what chatbots add to an answer: “Let me know if …”. */
export function isChat(text: string): boolean {
  if (text.length > longestChat) return false;
  const rest = text.replace(chat, '');
  return rest !== text && !tellsOwn(rest);
}

/**
 * What lines are that belong to no story: `questions` if each of them asks, `explanation` if at least half of them
 * instruct and nobody tells anything of their own; else null.
 */
export function judge(lines: readonly string[]): 'explanation' | 'questions' | null {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (texts.length === 0) return null;
  if (texts.every((text) => placeholder.test(text))) return 'explanation';
  if (texts.every((text) => readsAsQuestion(text))) return 'questions';
  if (texts.some((text) => tellsOwn(text))) return null;
  const telling = texts.filter((text) => instructs(text)).length;
  return telling * 2 >= texts.length ? 'explanation' : null;
}

/** The lines and items of blocks. */
export function linesOf(blocks: readonly SectionBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map(({ text }) => text) : block.lines.map(({ text }) => text),
  );
}

const fileWords = new Set(wordsInAllLanguages((language) => language.file).map(foldWord));
const joining = new Set(
  wordsInAllLanguages((language) => [
    ...language.joiners,
    ...language.determiners,
    ...language.qualifiers,
    ...language.versions.before,
  ]).map(foldWord),
);

/** Whether a title names a kind of file: “Interview stories”, “My STAR answers 2024”, “Acme interview prep”. */
export function namesFile(title: string): boolean {
  const words = foldWord(title.replace(/[^\p{L}\p{N}&']+/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word) && (fileWords.has(word) || !joining.has(word)));
  const known = new Set(words.filter((word) => fileWords.has(word)));
  const others = words.filter((word) => !fileWords.has(word)).length;
  return known.size > 0 && (others === 0 || (known.size >= 2 && others <= 2));
}
