import { isBuiltin, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { standInOptions } from './options.ts';

/*
 * Loaded before the program, in its process and in its worker threads. The program's modules get the
 * stand-in for `electron`, Node's own modules, and files of its bundle; asking for anything else throws,
 * since a packed program would not find it.
 */
const bundle = pathToFileURL(`${standInOptions().appDir}/out/`).href;
const electron = new URL('./electron.ts', import.meta.url).href;
const electronNames = new Set(['electron', 'electron/main', 'electron/common']);

registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context;
    if (parentURL?.startsWith(bundle) !== true || isBuiltin(specifier)) return next(specifier, context);
    if (electronNames.has(specifier)) {
      if (!isMainThread) throw new Error(`${parentURL} asks for "electron", which no worker thread has.`);
      return { url: electron, shortCircuit: true };
    }
    const resolved = next(specifier, context);
    if (resolved.url.startsWith(bundle)) return resolved;
    throw new Error(`${parentURL} asks for "${specifier}", which is not in its bundle.`);
  },
});
