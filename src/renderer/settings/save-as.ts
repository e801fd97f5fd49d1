/** Hands the person a text as a file of that name, by the browser's own way of saving. */
export function saveAs(doc: Document, fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = doc.createElement('a');
  link.href = address;
  link.download = fileName;
  doc.body.append(link);
  link.click();
  link.remove();
  // Not at once: the download begins after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
