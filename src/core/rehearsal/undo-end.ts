/** How long `undo` can take back the end: as long as somebody might keep talking without noticing. */
export const undoEndWithinMs = 10_000;
