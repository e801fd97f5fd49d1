import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program and its words, to be started without a shell. */
export type EditorCommand = [program: string, ...words: string[]];

/** How editors are told a line; `{file}` and `{line}` stand for what is opened. */
const lineGrammars: Readonly<Record<string, readonly string[]>> = {
  code: ['--goto', '{file}:{line}'],
  'code-insiders': ['--goto', '{file}:{line}'],
  codium: ['--goto', '{file}:{line}'],
  cursor: ['--goto', '{file}:{line}'],
  zed: ['{file}:{line}'],
  subl: ['{file}:{line}'],
  idea: ['--line', '{line}', '{file}'],
  'notepad++': ['-n{line}', '{file}'],
  gvim: ['+{line}', '{file}'],
  kate: ['--line', '{line}', '{file}'],
  gedit: ['+{line}', '{file}'],
  mate: ['--line', '{line}', '{file}'],
};

/** Looked for on the computer, in this order. */
const soughtEditors = ['code', 'codium', 'cursor', 'zed', 'subl', 'idea', 'notepad++'] as const;

/** Those of $VISUAL and $EDITOR run in a terminal, which Offbook has none of. */
function isGraphical(program: string): boolean {
  return Object.hasOwn(lineGrammars, nameOf(program));
}

/** The words of a command as a person writes it: parted by spaces, quotes around what holds some. */
export function splitCommand(written: string): string[] {
  const words = written.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g);
  return [...words].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}

/** A command out of the person's own template; the file comes last where the template has no place for it. */
export function commandFromTemplate(template: string, file: string, line: number): EditorCommand | null {
  const [program, ...words] = splitCommand(template);
  if (program === undefined || program === '') return null;
  const named = words.some((word) => word.includes('{file}'));
  const grammar = lineGrammars[nameOf(program)];
  const places = named ? words : [...words, ...(grammar ?? ['{file}'])];
  return [program, ...places.map((word) => filled(word, file, line))];
}

/**
 * The commands to try, best first: the person's own template alone, else what the environment names and the editors
 * that people have. The last resort, the system's own program for Markdown, is not among them.
 */
export function editorCommands(template: string | null, env: Environment, file: string, line: number): EditorCommand[] {
  if (template !== null) {
    const own = commandFromTemplate(template, file, line);
    return own === null ? [] : [own];
  }
  const named = [env['VISUAL'], env['EDITOR']].filter((editor) => editor !== undefined && editor.trim() !== '');
  const fromEnvironment = named.filter((editor) => isGraphical(splitCommand(editor ?? '')[0] ?? ''));
  const commands = [...fromEnvironment, ...soughtEditors].map((editor) =>
    commandFromTemplate(editor ?? '', file, line),
  );
  return commands.filter((command) => command !== null);
}

/** In one pass, so that a file named `{line}` stays what it is. */
function filled(word: string, file: string, line: number): string {
  return word.replace(/\{(file|line)\}/g, (_place, name) => (name === 'file' ? file : String(line)));
}

/** `/usr/bin/code` and `C:\Programs\Code.exe` are both `code`. */
function nameOf(program: string): string {
  return path.win32
    .basename(program)
    .toLowerCase()
    .replace(/\.(?:exe|cmd|bat)$/, '');
}
