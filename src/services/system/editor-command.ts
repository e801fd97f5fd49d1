import path from 'node:path';
import type { KnownEditor } from '../../core/settings/known-editors.ts';
import { batchArguments } from './cmd-line.ts';
import {
  programPlaces,
  variable,
  type Environment,
  type OutsideLaunch,
  type OutsideProgram,
} from './outside-programs.ts';

/** A program and its arguments, as a person writes them. */
export type EditorCommand = [program: string, ...words: string[]];

interface Editor extends Omit<OutsideProgram, 'name'> {
  /** Its arguments, with `{file}` and `{line}` as placeholders. */
  words: readonly string[];
  /** On Windows, the program that its .cmd file starts, relative to that file’s folder. */
  behindCmd?: string;
}

const editors: Readonly<Record<KnownEditor, Editor>> = {
  code: {
    words: ['--goto', '{file}:{line}'],
    behindCmd: '..\\Code.exe',
    windows: 'Microsoft VS Code\\Code.exe',
    mac: 'Visual Studio Code.app/Contents/Resources/app/bin/code',
  },
  'code-insiders': {
    words: ['--goto', '{file}:{line}'],
    behindCmd: '..\\Code - Insiders.exe',
    windows: 'Microsoft VS Code Insiders\\Code - Insiders.exe',
    mac: 'Visual Studio Code - Insiders.app/Contents/Resources/app/bin/code',
  },
  codium: {
    words: ['--goto', '{file}:{line}'],
    behindCmd: '..\\VSCodium.exe',
    windows: 'VSCodium\\VSCodium.exe',
    mac: 'VSCodium.app/Contents/Resources/app/bin/codium',
  },
  cursor: {
    words: ['--goto', '{file}:{line}'],
    behindCmd: '..\\..\\..\\Cursor.exe',
    windows: 'cursor\\Cursor.exe',
    mac: 'Cursor.app/Contents/Resources/app/bin/code',
  },
  zed: { words: ['{file}:{line}'], windows: 'Zed\\bin\\zed.exe', mac: 'Zed.app/Contents/MacOS/cli' },
  subl: {
    words: ['{file}:{line}'],
    windows: 'Sublime Text\\subl.exe',
    mac: 'Sublime Text.app/Contents/SharedSupport/bin/subl',
  },
  idea: { words: ['--line', '{line}', '{file}'], mac: 'IntelliJ IDEA.app/Contents/MacOS/idea' },
  'notepad++': { words: ['-n{line}', '{file}'], windows: 'Notepad++\\notepad++.exe' },
  gvim: { words: ['+{line}', '{file}'] },
  kate: { words: ['--line', '{line}', '{file}'] },
  gedit: { words: ['+{line}', '{file}'] },
  mate: { words: ['--line', '{line}', '{file}'] },
};

/** Tried in this order. */
const soughtEditors = ['code', 'codium', 'cursor', 'zed', 'subl', 'idea', 'notepad++'] as const;

/** The words of a command as a person writes it: separated by spaces, in quotes if they contain some. */
export function splitCommand(written: string): string[] {
  const words = written.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g);
  return [...words].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}

/** A command from the person’s own template; the file comes last if the template has no placeholder for it. */
export function commandFromTemplate(template: string, file: string, line: number): EditorCommand | null {
  const [program, ...words] = splitCommand(template);
  if (program === undefined || program === '') return null;
  const named = words.some((word) => word.includes('{file}'));
  const places = named ? words : [...words, ...(editorOf(program)?.words ?? ['{file}'])];
  return [program, ...places.map((word) => filled(word, file, line))];
}

/**
 * The commands to try, best first: only the person’s own template, else what the environment names and the usual
 * editors. The last resort, the system’s program for Markdown, isn’t among them.
 */
export function editorCommands(template: string | null, env: Environment, file: string, line: number): EditorCommand[] {
  if (template !== null) {
    const own = commandFromTemplate(template, file, line);
    return own === null ? [] : [own];
  }
  const named = [env['VISUAL'], env['EDITOR']].filter((editor) => editor !== undefined && editor.trim() !== '');
  // The others run in a terminal, and Offbook has none.
  const graphical = named.filter((editor) => editorOf(splitCommand(editor ?? '')[0] ?? '') !== null);
  const commands = [...graphical, ...soughtEditors].map((editor) => commandFromTemplate(editor ?? '', file, line));
  return commands.filter((command) => command !== null);
}

/**
 * What to start for a command, best first, of the files that `isThere` finds. On Windows that is an .exe before a .cmd,
 * and never a file without an extension: next to `code.cmd` is `code`, a script for other systems.
 */
export async function* launchesOf(
  [program, ...words]: EditorCommand,
  platform: NodeJS.Platform,
  env: Environment,
  isThere: (file: string) => Promise<boolean>,
): AsyncGenerator<OutsideLaunch> {
  const editor = editorOf(program);
  const behindCmd = platform === 'win32' ? editor?.behindCmd : undefined;
  for (const file of programPlaces({ ...editor, name: program }, platform, env)) {
    if (!(await isThere(file))) continue;
    const isBatch = platform === 'win32' && /\.(?:cmd|bat)$/i.test(file);
    const exe = path.win32.join(file, '..', behindCmd ?? '');
    if (isBatch && behindCmd !== undefined && (await isThere(exe))) yield { program: exe, words, isBatch: false };
    if (!isBatch) yield { program: file, words, isBatch };
    else yield { program: commandProcessor(env), words: batchArguments(file, words), isBatch };
  }
}

function commandProcessor(env: Environment): string {
  return path.win32.join(variable(env, 'SYSTEMROOT') ?? 'C:\\Windows', 'System32', 'cmd.exe');
}

/** In one pass, so that a file named `{line}` keeps its name. */
function filled(word: string, file: string, line: number): string {
  return word.replace(/\{(file|line)\}/g, (_place, name) => (name === 'file' ? file : String(line)));
}

/** `/usr/bin/code` and `C:\Programs\Code.exe` are both `code`. */
function editorOf(program: string): Editor | null {
  const name = path.win32
    .basename(program)
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat)$/, '');
  return Object.hasOwn(editors, name) ? editors[name as KnownEditor] : null;
}
