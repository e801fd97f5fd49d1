import path from 'node:path';
import type { CallInput, Handlers, ReadDocument } from '../../core/contract/contract.ts';
import {
  isMarkdown,
  largestDocumentBytes,
  largestStoryBytes,
  nameOfPasted,
  plainFileName,
  storyTemplate,
} from '../../core/stories/incoming.ts';
import { describeError } from '../base/system-error.ts';
import type { Services } from '../base/program.ts';
import { ownFolder, writeNewStoryFile } from './own-folder.ts';
import type { Parser } from './parse-pool.ts';
import { createPathLook } from './path-look.ts';

export interface DocumentParts {
  parser: Pick<Parser, 'parse' | 'markdown'>;
  home: string;
  /** The folders that are open; none while those are the samples. */
  chosen: () => readonly string[];
  /** Opens these folders and remembers them; resolves when their stories were read. */
  open: (folders: readonly string[]) => Promise<void>;
  rescan: () => Promise<void>;
}

type DocumentCalls = 'lookAtPath' | 'readDocument' | 'saveDocuments' | 'newStory';

/** The calls by which stories come into the person’s folder. */
export function documentHandlers(
  { openInEditor }: Pick<Services, 'openInEditor'>,
  { parser, home, chosen, open, rescan }: DocumentParts,
): Pick<Handlers, DocumentCalls> {
  const lookAtPath = createPathLook({
    home,
    storiesIn: async (file, text) => {
      const outcome = await parser.parse({ file, text }, 'quick');
      return outcome.ok ? outcome.parsed.stories.length : 0;
    },
  });

  /** Reads what was written, in a folder that may be new to Offbook. */
  async function readNew(folder: string): Promise<void> {
    const isOpen = chosen().some((root) => root === folder);
    await (isOpen ? rescan() : open([...chosen(), folder]));
  }

  return {
    lookAtPath: ({ path: typed }) => lookAtPath(typed),
    readDocument: async (document) => ({
      folder: await ownFolder(chosen(), home),
      document: await readDocument(parser, document),
    }),
    saveDocuments: async ({ documents }) => {
      const folder = await ownFolder(chosen(), home);
      const files: string[] = [];
      try {
        for (const { name, text } of documents) {
          files.push(await writeNewStoryFile(folder, plainFileName(name), text));
        }
      } catch (error) {
        if (files.length === 0) throw error;
        await readNew(folder);
        const kept = files.map((file) => path.basename(file)).join(', ');
        throw new Error(`${describeError(error)} These were saved before: ${kept}.`, { cause: error });
      }
      await readNew(folder);
      return { files };
    },
    newStory: async () => {
      const folder = await ownFolder(chosen(), home);
      const file = await writeNewStoryFile(folder, 'New story', storyTemplate);
      await readNew(folder);
      const unopened = await openInEditor(file, 1).then(
        () => null,
        (error: unknown) => describeError(error),
      );
      return { file, unopened };
    },
  };
}

/** A document as it would be kept. Never rejects: what is wrong with it is in the answer. */
async function readDocument(
  parser: DocumentParts['parser'],
  { name, format, content }: CallInput<'readDocument'>,
): Promise<ReadDocument> {
  const nothing = { name: plainFileName(name), text: '', stories: [], hints: 0 };
  const what = name === '' ? 'What you pasted' : name;
  const sizeBytes = format === 'docx' ? (content.length / 4) * 3 : Buffer.byteLength(content);
  if (sizeBytes > largestDocumentBytes) return { ...nothing, problem: tooLarge(what, sizeBytes, largestDocumentBytes) };
  const made =
    format === 'markdown'
      ? { ok: true as const, text: content.replaceAll(/\r\n?/gu, '\n') }
      : await parser.markdown({ file: what, text: content }, format);
  if (!made.ok) return { ...nothing, problem: named(what, made.problem.message) };
  const { text } = made;
  if (text.trim() === '') return { ...nothing, problem: `${what} has no text.` };
  const textBytes = Buffer.byteLength(text);
  if (textBytes > largestStoryBytes) return { ...nothing, problem: tooLarge(what, textBytes, largestStoryBytes) };
  const fileName = name === '' ? nameOfPasted(text) : plainFileName(path.parse(name.replaceAll('\\', '/')).name);
  const outcome = await parser.parse({ file: `${fileName}.md`, text }, 'patient');
  if (!outcome.ok) return { ...nothing, problem: named(what, outcome.problem.message) };
  const { stories, problems } = outcome.parsed;
  return {
    name: fileName,
    text: text.endsWith('\n') ? text : `${text}\n`,
    stories: stories.map(({ title, group }) => ({ title, group })),
    hints: problems.filter(({ severity }) => severity === 'hint').length,
    problem: stories.length > 0 ? null : noStory(what, text),
  };
}

function named(what: string, message: string): string {
  return message.startsWith(what) ? message : `${what}: ${message}`;
}

function tooLarge(what: string, bytes: number, mostBytes: number): string {
  const inMiB = (count: number): string => (count / 1024 / 1024).toFixed(count % (1024 * 1024) === 0 ? 0 : 1);
  return `${what} has ${inMiB(bytes)} MiB; Offbook reads up to ${inMiB(mostBytes)} MiB. Split it, or remove its pictures.`;
}

function noStory(what: string, text: string): string {
  const how = isMarkdown(text) ? 'an answer under each heading' : 'headings, with an answer under each';
  return `${what} has no story that Offbook can find. It looks for ${how}. You can save it and go on in your editor.`;
}
