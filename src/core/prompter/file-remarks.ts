/** What the prompter says of its story’s file, and for how many milliseconds: somebody may be telling the story. */
export type FileRemark = readonly [text: string, forMs: number];

export const fileRemarks = {
  gone: ['Not in the file any more; still shown.', 6000],
  updated: ['Updated.', 2000],
} as const satisfies Record<string, FileRemark>;
