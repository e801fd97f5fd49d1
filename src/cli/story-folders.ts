import path from 'node:path';
import { readSettings } from '../core/settings/schema.ts';
import { describeError } from '../services/base/system-error.ts';
import { readRawSettings } from '../services/settings/settings-file.ts';

/**
 * What a command reads that was given no folder: what Offbook opened last, else the sample stories. Settings are only
 * looked at; where they can't be read, `remark` gets a sentence and the samples are used.
 */
export async function lastFolders(
  settingsDir: string,
  samplesDir: string,
  remark: (text: string) => void,
): Promise<string[]> {
  const file = path.join(settingsDir, 'settings.json');
  try {
    const found = await readRawSettings(file);
    if (found.kind === 'broken') remark(`Your settings file ${file} ${found.why}. The sample stories are searched.`);
    const { folders } = readSettings(found.kind === 'object' ? found.raw : {}).settings;
    return folders.length > 0 ? folders : [samplesDir];
  } catch (error) {
    remark(`Your settings in ${file} can't be read: ${describeError(error)}. The sample stories are searched.`);
    return [samplesDir];
  }
}
