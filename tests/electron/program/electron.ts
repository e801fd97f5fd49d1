/*
 * A TEST TOOL: what `import … from 'electron'` gives the built program when it runs under the tests, in plain
 * Node. Windows are facts here and pages of the system's Chromium in the test's process (../driver). Types come
 * from Electron's own `electron.d.ts`, so that a member with another signature doesn't compile; a member that
 * isn't here throws when it is used. What the real one refuses is refused: modules before ready, objects after
 * their end, arguments that can't be cloned, accelerators that are none.
 *
 * What it does not imitate, so that nothing here proves it:
 * - Whatever the system does: windows are not drawn, moved by the mouse or kept on top; opacity, levels, panels,
 *   workspaces, content protection and throttling are recorded only. Who gets the keyboard and what X11 does with
 *   click-through follow Electron's and Chromium's sources, not a desktop. A page is always visible to itself, and a
 *   hotkey is pressed by the test.
 * - The address: Chromium knows no schemes of a program's own. A page of `app://offbook/` is one of
 *   `https://offbook.app.stand-in.invalid/` there, and sees that in `location`; both ways it is translated, so
 *   that the program sees `app://offbook` as the sender's origin. Only standard and secure schemes can be loaded.
 * - Windows without sandbox or context isolation, subframes with a preload, `<webview>`, `file:` pages, popups
 *   that are allowed (one that is denied is opened and closed at once), the network, downloads, DevTools.
 * - In a preload: `Buffer`, `process` beyond a few facts, `events`, `timers` and `url`, other modules of Electron's than
 *   `contextBridge`, `ipcRenderer` and `webUtils` (which knows no paths), messages that nobody answers. A context
 *   bridge that carries DOM elements, Blobs or symbols (the documents say that symbols are dropped; here they are
 *   refused).
 * - Chromium's switches, sandbox, fuses, code cache, asar, crash dumps, and every permission prompt: the
 *   handlers for these are asked directly.
 * - The order in which Chromium's own events come where the documents don't promise one.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { globalShortcut } from './global-shortcut.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { nativeTheme, powerMonitor, shell, systemPreferences } from './small-modules.ts';
export { nativeImage, Tray } from './tray.ts';
