/*
 * The rules of the tree that the linter can't express: which rooms may import which, unique names, sizes of files, words.
 * Pure: `house.ts` reads the files, `npm run check` runs it.
 */
import path from 'node:path';

/** Files by their path from the project's root, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

/** Rooms of `src/services`, from the bottom up: each imports itself and those below. */
const serviceRooms = ['base', 'system', 'settings', 'library', 'prompter', 'practice', 'voice', 'rehearsal', 'app'];

/** Rooms of `src/renderer` that only some may import; `shell` may import all. */
const rendererRooms: Readonly<Record<string, readonly string[]>> = {
  client: [],
  ui: ['client'],
  search: ['client', 'ui'],
  library: ['client', 'ui', 'search', 'voice'],
  prompter: ['client', 'ui', 'search', 'voice'],
  progress: ['client', 'ui', 'voice'],
  rehearsal: ['client', 'ui', 'search', 'voice'],
  settings: ['client', 'ui', 'voice'],
  stories: ['client', 'ui'],
  voice: ['client', 'ui'],
};

const longestFile = 300;
const shortestFile = 15;

/** Words that read like a translation, and what a native speaker says instead. */
const calques: readonly [RegExp, string][] = [
  [/\banew\b/i, 'again'],
  [/\bby itself\b/i, 'automatically, alone, on its own'],
  [/\b(?:is|are) told\b/i, 'say who does what'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bstands?\b(?![- ]ins?\b)/i, 'is, are'],
  [/\blies?\b/i, 'is, are'],
  [/\bis no\b(?! (?:longer|more))/i, 'isn’t, has no'],
  [/\bas at first\b/i, 'reset to default'],
  [/\bput(?:s|ting)? on\b/i, 'show, open'],
  [/\bbe had\b/i, 'isn’t available'],
  [/\b(?:is|was) said\b/i, 'the message says'],
  [/\bthere is none\b/i, 'without one'],
  // “Once more tomorrow” and “Once more before it” say how often, which “again” doesn’t.
  [/\bonce more\b(?! (?:before it|today|tomorrow|in [2-9] days|\$\{dueIn))/i, 'again'],
  [/\b(?:came|comes) to\b/i, 'the result'],
  [/\bis nothing\b/i, 'isn’t anything, has nothing'],
];

/** Everything in these files that breaks a rule, a line each: `file: what is wrong and what to do`. */
export function houseFindings(files: Files): string[] {
  const sources = new Map([...files].filter(([file]) => /^src\/.*\.tsx?$/.test(file)));
  return [...roomFindings(sources), ...nameFindings(sources), ...sizeFindings(sources, files), ...wordFindings(files)];
}

/** Imports that go into a room where they may not. */
function roomFindings(sources: Files): string[] {
  const findings: string[] = [];
  for (const [file, target] of imports(sources)) {
    const [, zone = '', room = '', ...inside] = file.split('/');
    const [, targetZone, targetRoom = ''] = target.split('/');
    if (zone !== targetZone || room === targetRoom || inside.length === 0) continue;
    if (!mayImport(zone, room, targetRoom)) findings.push(`${file}: ${room} may not import ${target}.`);
  }
  return findings;
}

function mayImport(zone: string, room: string, target: string): boolean {
  if (zone === 'services') return serviceRooms.indexOf(target) < serviceRooms.indexOf(room);
  if (zone === 'renderer') return rendererRooms[room]?.includes(target) ?? true;
  return true;
}

/** What every subcommand of the command line exports, by one interface. */
const sharedNames = ['run'];

/** Names that two files export. */
function nameFindings(sources: Files): string[] {
  const exported = /^export (?:async )?(?:const|let|function\*?|class|interface|type) ([\w$]+)/gm;
  const homes = new Map<string, string[]>();
  for (const [file, text] of sources) {
    const names = new Set([...text.matchAll(exported)].map(([, name = '']) => name));
    for (const name of names) if (!sharedNames.includes(name)) homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  return [...homes].flatMap(([name, [first, ...others]]) =>
    others.map((file) => `${file}: ${first} exports “${name}” too; rename one, or share it.`),
  );
}

/** Files too long to read at once, and crumbs that belong into the one file that uses them. */
function sizeFindings(sources: Files, files: Files): string[] {
  const importers = Map.groupBy(imports(sources), ([, target]) => target);
  return [...sources].flatMap(([file, text]) => {
    const lines = text.split('\n').length - 1;
    const test = file.replace(/^src\/(.*)\.tsx?$/, 'tests/$1.test.ts');
    const isCrumb = lines < shortestFile && importers.get(file)?.length === 1 && !files.has(test);
    if (lines > longestFile) return [`${file}: ${lines} lines; cut it below ${longestFile}.`];
    return isCrumb ? [`${file}: ${lines} lines for one importer; move them there.`] : [];
  });
}

/** Files whose words are data for the search, not text to read. */
const wordLists = ['src/core/search/synonyms.ts', 'src/core/search/term.ts', 'src/core/search/words.ts'];

function wordFindings(files: Files): string[] {
  const texts = [...files].filter(([file]) => !wordLists.includes(file));
  return texts.flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        calques
          .filter(([words]) => words.test(line))
          .map(
            ([words, better]) =>
              `${file}:${index + 1}: “${words.exec(line)?.[0]}” reads like a translation; say: ${better}.`,
          ),
      ),
  );
}

/** What each file imports of the project's own, as pairs of paths. */
function imports(sources: Files): [file: string, target: string][] {
  return [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g)].map(([, specifier = '']): [string, string] => [
      file,
      path.posix.join(path.posix.dirname(file), specifier),
    ]),
  );
}
