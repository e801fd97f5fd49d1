/** How an answer went, from worst to best: what sets when a story is due again. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];
