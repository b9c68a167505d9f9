import type { Finding } from '../../finding/report.js';
import { byId } from '../graph/dom.js';
import { download } from '../graph/download.js';
import { toCsv, toMarkdown } from './export.js';

/** Buttons that export what the filters leave. */
export function exportButtons(shown: () => readonly Finding[]): void {
  const press = (id: string, action: () => void): void => byId(id).addEventListener('click', action);
  press('save-csv', () => download('synthcheck.csv', 'text/csv', toCsv(shown())));
  press('save-json', () => download('synthcheck.json', 'application/json', `${JSON.stringify(shown(), undefined, 2)}\n`));
  press('copy-markdown', () => {
    const findings = shown();
    void copy(toMarkdown(findings)).then((isCopied) => {
      byId('exported').textContent = isCopied ? `Copied ${findings.length}.` : 'The browser does not let this page copy.';
    });
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Where a page may not write to the clipboard but its reader may. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
