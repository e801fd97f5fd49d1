import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { setUpPower } from '../../src/main/power.ts';
import { inMemoryApp } from '../web/in-memory-app.ts';

const electron = vi.hoisted(() => ({ app: null as unknown, powerMonitor: null as unknown }));
vi.mock('electron', () => {
  electron.app = new EventEmitter();
  electron.powerMonitor = new EventEmitter();
  return electron;
});

test('a window that gets the focus asks for less than a computer that wakes', () => {
  const offbook = inMemoryApp();
  setUpPower(offbook);
  (electron.app as EventEmitter).emit('browser-window-focus');
  (electron.powerMonitor as EventEmitter).emit('suspend');
  (electron.powerMonitor as EventEmitter).emit('resume');
  expect(offbook.state().notices.map(({ text }) => text)).toEqual(['focused', 'suspended', 'resumed']);
});
