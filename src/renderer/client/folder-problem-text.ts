import type { LibraryState } from '../../core/contract/contract.ts';
import type { Problem } from '../../core/stories/model.ts';

/** What is wrong with a folder, or a path given as one, by the problem's code. The whole message is in the list of problems. */
const sentences: Readonly<Record<string, string>> = {
  'unreadable-folder': 'can’t be read.',
  'not-a-story-file': 'is no folder with stories.',
  'too-many-files': 'is too large. Choose a smaller folder.',
};

/** Whether a problem is a folder's; the others are of single files. */
export function isFolderProblem({ code }: Pick<Problem, 'code'>): boolean {
  return Object.hasOwn(sentences, code);
}

/** What is wrong with a folder, and which stories there are all the same; short enough for the smallest window. */
export function folderSentence({ file, code }: Problem, { stories }: Pick<LibraryState, 'stories'>): string {
  const hasOld = stories.some((story) => isWithin(file, story.file));
  const left = hasOld ? 'The stories read before stay in use.' : 'The other stories are there.';
  return `The folder ${fileName(file)} ${sentences[code] ?? 'has a problem.'} ${left}`;
}

/** Whether a file is in a folder, or is what was given as one. Both are paths of the same system. */
function isWithin(folder: string, file: string): boolean {
  if (!file.startsWith(folder)) return false;
  return file === folder || /[/\\]$/u.test(folder) || /^[/\\]/u.test(file.slice(folder.length));
}

/** The last part of a path; all of it where it has no parts, as the root of a disk. */
export function fileName(file: string): string {
  return file.split(/[/\\]/u).findLast((part) => part !== '') ?? file;
}
