import { byId, el } from '../graph/dom.js';

/** The address with which an editor opens a line of a file. */
const EDITORS: Readonly<Record<string, (file: string, line: string, column: string) => string>> = {
  'VS Code': (file, line, column) => `vscode://file${file}:${line}:${column}`,
  'VS Code Insiders': (file, line, column) => `vscode-insiders://file${file}:${line}:${column}`,
  Cursor: (file, line, column) => `cursor://file${file}:${line}:${column}`,
};

const KEY = 'synthcheck.editor';

/**
 * Links to a reader's own editor. The page knows files by their path in the app: where that is on the reader's machine, the reader says,
 * and the browser keeps. So no path of the machine that wrote the page is in it.
 */
export function linkToEditor(): void {
  const editor = byId<HTMLSelectElement>('editor');
  const folder = byId<HTMLInputElement>('editor-folder');
  editor.append(...Object.keys(EDITORS).map((name) => el('option', {}, name)));
  const update = (): void => {
    const write = Object.hasOwn(EDITORS, editor.value) ? EDITORS[editor.value] : undefined;
    const root = rootOf(folder.value);
    byId('editor-place').hidden = write === undefined;
    for (const link of document.querySelectorAll('.open-editor')) link.remove();
    if (write === undefined || root === undefined) return;
    for (const place of document.querySelectorAll<HTMLElement>('[data-file]')) {
      const { file = '', line = '1', column = '1' } = place.dataset;
      place.after(el('a', { class: 'open-editor', href: write(`${root}/${encode(file)}`, line, column) }, `Open in ${editor.value}`));
    }
  };
  restore(editor, folder);
  for (const field of [editor, folder])
    field.addEventListener('input', () => {
      keep(editor.value, folder.value);
      update();
    });
  update();
}

/** `/home/me/app` or `C:\\app`, as addresses have them; undefined for what is no whole path. */
function rootOf(folder: string): string | undefined {
  const path = folder.trim().replaceAll('\\', '/').replace(/\/$/, '');
  if (/^[A-Za-z]:(?:\/|$)/.test(path)) return `/${path.slice(0, 2)}${encode(path.slice(2))}`;
  return path.startsWith('/') ? encode(path) : undefined;
}

function encode(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** Where the browser keeps nothing, the choice holds as long as the page is open. */
function restore(editor: HTMLSelectElement, folder: HTMLInputElement): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const [name, path]: readonly unknown[] = Array.isArray(kept) ? kept : [];
    if (typeof name === 'string' && Object.hasOwn(EDITORS, name)) editor.value = name;
    if (typeof path === 'string') folder.value = path;
  } catch {}
}

function keep(editor: string, folder: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([editor, folder]));
  } catch {}
}
