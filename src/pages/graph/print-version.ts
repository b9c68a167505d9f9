import type { Report } from '../../finding/report.js';
import type { ConnectionCounts } from '../../report/graph/connections.js';
import { FAR } from './camera.js';
import { byId, svg } from './dom.js';
import type { Model } from './model.js';
import { overview } from './overview.js';
import type { Stage } from './stage.js';

/** On paper: the whole picture as it is unfolded, and all findings as text. */
export function printVersion(model: Model, report: Report, counts: ConnectionCounts, stage: Stage): void {
  const paper = byId('paper');
  window.addEventListener('beforeprint', () => {
    const { content, size } = stage.copy();
    const picture = svg('svg', { viewBox: `0 0 ${size.width} ${size.height}`, class: 'picture' }, content);
    // A sheet is some 700 pixels wide.
    const scale = Math.min(1, 700 / size.width);
    picture.style.setProperty('--scale', String(scale));
    picture.classList.toggle('far', scale < FAR);
    paper.replaceChildren(picture, ...overview(model, report, counts, () => undefined, { isShown: () => true, brief: false }));
  });
  window.addEventListener('afterprint', () => paper.replaceChildren());
}
