import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json, the samples and the build, without a slash at the end. */
export const projectRoot = path.resolve(fileURLToPath(new URL('../../', import.meta.url)));
