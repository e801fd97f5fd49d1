/** A line for messages between two processes; both ends carry structured clones, in order. */
export interface Port {
  send: (message: unknown) => void;
  listen: (receive: (message: unknown) => void) => void;
  /** Calls back once, when the other end is gone. */
  onEnd: (ended: () => void) => void;
}

/** The functions of the other end, as promises. */
export type Remote<Side> = {
  [Name in keyof Side]: Side[Name] extends (...args: infer Args) => infer Out
    ? (...args: Args) => Promise<Awaited<Out>>
    : never;
};

type Message =
  | { kind: 'call'; id: number; name: string; args: unknown[] }
  | { kind: 'answer'; id: number; ok: boolean; value: unknown };

type Callable = (...args: unknown[]) => unknown;

/**
 * Joins two ends: the functions in `own` can be called from the other one, and the object that comes back
 * calls those of the other one. What they throw is thrown there; when the other end goes, open calls reject.
 */
export function join<Other>(port: Port, own: object): Remote<Other> {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let ended = false;

  async function answer({ id, name, args }: Message & { kind: 'call' }): Promise<void> {
    let ok = true;
    let value: unknown;
    try {
      const called = Reflect.get(own, name) as Callable | undefined;
      if (called === undefined) throw new Error(`The other end has no "${name}".`);
      value = await called(...args);
    } catch (error) {
      ok = false;
      value = error instanceof Error ? error : new Error(String(error));
    }
    if (!ended) port.send({ kind: 'answer', id, ok, value } satisfies Message);
  }

  port.listen((received) => {
    const message = received as Message;
    if (message.kind === 'call') return void answer(message);
    const call = open.get(message.id);
    open.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(message.value);
  });
  port.onEnd(() => {
    ended = true;
    for (const call of open.values()) call.reject(endedError(call.promise));
    open.clear();
  });

  const call = (name: string, args: unknown[]): Promise<unknown> => {
    const resolvers = Promise.withResolvers<unknown>();
    if (ended) {
      resolvers.reject(endedError(resolvers.promise));
      return resolvers.promise;
    }
    lastId += 1;
    open.set(lastId, resolvers);
    port.send({ kind: 'call', id: lastId, name, args } satisfies Message);
    return resolvers.promise;
  };
  const remote = new Proxy(
    {},
    { get: (_, name) => (name === 'then' ? undefined : (...args: unknown[]) => call(String(name), args)) },
  );
  return remote as Remote<Other>;
}

/** Who waits for an answer is told; who doesn't wait needn't know that the other end is gone. */
function endedError(promise: Promise<unknown>): Error {
  promise.catch(() => undefined);
  return new Error('The program has ended.');
}
