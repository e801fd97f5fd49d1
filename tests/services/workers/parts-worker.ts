import { parentPort } from 'node:worker_threads';
import { readRoles, readStories } from '../../../src/core/stories/reader.ts';
import type { AskedText } from '../../../src/services/library/parse-pool.ts';
import type { Aside, Story } from '../../../src/core/stories/model.ts';

/*
 * The parse worker, for files that say in a comment, as JSON, which parts their stories have beyond what the reader
 * finds in the text: `<!-- {"The kiln": {"notes": […]}} -->`. A part by the name of `asides` belongs to the file.
 */
const port = parentPort;
if (port === null) throw new Error('This module only runs as a worker.');

type Parts = Readonly<Record<string, Partial<Story>>> & { asides?: Omit<Aside, 'file'>[] };

const comment = /^<!-- (\{.*\}) -->$/mu;

port.on('message', (batch: AskedText[]) => {
  for (const { file, text, asked } of batch) {
    if (asked === 'roles') {
      port.postMessage({ type: 'roles', roles: readRoles(text, file), spentMs: 0 });
      continue;
    }
    const read = readStories(text.replace(comment, ''), file);
    const { asides = [], ...parts } = JSON.parse(comment.exec(text)?.[1] ?? '{}') as Parts;
    const parsed = {
      ...read,
      stories: read.stories.map((story) => ({ ...story, ...parts[story.title] })),
      asides: asides.map((aside) => ({ ...aside, file })),
    };
    port.postMessage({ type: 'parsed', parsed, spentMs: 0 });
  }
});
port.postMessage({ type: 'ready', spentMs: 0 });
