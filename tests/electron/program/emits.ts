import type { EventEmitter } from 'node:events';
import { record } from './record.ts';

/** A function that emits the events of a table, and no others, and tells the test of each. */
export function emits<Table extends { [Name in keyof Table]: unknown[] }>(name: string, emitter: EventEmitter) {
  return <Name extends keyof Table & string>(event: Name, ...args: Table[Name]): void => {
    record(name, `emits ${event}`, []);
    emitter.emit(event, ...args);
  };
}
