/** The editors that a page may choose from: the command that starts each, and its name. */
export const knownEditors = [
  { value: 'code', label: 'Visual Studio Code' },
  { value: 'code-insiders', label: 'Visual Studio Code Insiders' },
  { value: 'codium', label: 'VSCodium' },
  { value: 'cursor', label: 'Cursor' },
  { value: 'zed', label: 'Zed' },
  { value: 'subl', label: 'Sublime Text' },
  { value: 'idea', label: 'IntelliJ IDEA' },
  { value: 'notepad++', label: 'Notepad++' },
  { value: 'gvim', label: 'GVim' },
  { value: 'kate', label: 'Kate' },
  { value: 'gedit', label: 'gedit' },
  { value: 'mate', label: 'TextMate' },
] as const;
export type KnownEditor = (typeof knownEditors)[number]['value'];
