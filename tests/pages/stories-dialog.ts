import type { Page } from '@playwright/test';

/** The dialog for a person’s own stories by roles and names, as assistive software finds it. */
export function storiesDialogOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Use my stories' });
  return {
    dialog,
    path: dialog.getByLabel('Or add a folder or file by its path'),
    story: dialog.getByLabel('Or paste a story'),
    button: (name: string | RegExp) => dialog.getByRole('button', { name, exact: true }),
    /** The inputs behind the buttons that open the browser’s own dialogs. */
    files: dialog.getByLabel('Story files'),
    folder: dialog.getByLabel('Story folder'),
    status: dialog.getByRole('status'),
    alert: dialog.getByRole('alert'),
  };
}
