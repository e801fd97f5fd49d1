type Listener = (...args: unknown[]) => void;

/** As much of Node's EventEmitter as a preload may get from `events`. */
export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): this {
    this.#listeners.set(name, [...this.listeners(name), listener]);
    return this;
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string, listener: Listener): this {
    const first: Listener = (...args) => {
      this.off(name, first);
      listener(...args);
    };
    return this.on(name, first);
  }

  off(name: string, listener: Listener): this {
    const left = this.listeners(name);
    const at = left.lastIndexOf(listener);
    this.#listeners.set(
      name,
      left.filter((_, index) => index !== at),
    );
    return this;
  }

  removeListener(name: string, listener: Listener): this {
    return this.off(name, listener);
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }

  emit(name: string, ...args: unknown[]): boolean {
    const listeners = this.listeners(name);
    for (const listener of listeners) listener(...args);
    return listeners.length > 0;
  }

  listeners(name: string): Listener[] {
    return this.#listeners.get(name) ?? [];
  }

  listenerCount(name: string): number {
    return this.listeners(name).length;
  }
}
