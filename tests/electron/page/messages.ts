/** What a preload's world tells the test, as `clone-text.ts` writes it. */
export type FromPage =
  | { kind: 'invoke'; call: number; channel: string; args: unknown[] }
  | { kind: 'preloadFailed'; error: Error };

/** What it is told. */
export type ToPage =
  | { kind: 'message'; channel: string; args: unknown[] }
  | { kind: 'answer'; call: number; ok: boolean; value: unknown };
