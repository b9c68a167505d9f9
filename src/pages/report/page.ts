import { counted } from '../../counted.js';
import { Choices } from '../graph/choices.js';
import { byId } from '../graph/dom.js';
import { MapBeside } from '../graph/map-beside.js';
import { findingsWithin, Model, type PageNode } from '../graph/model.js';
import { unpack } from '../graph/packed.js';
import type { PageContent } from '../graph/page-content.js';
import { initiallyFolded } from '../graph/scene.js';
import { linkToEditor } from './editor.js';
import { exportButtons } from './export-bar.js';
import { FindingList } from './finding-list.js';
import { fixTabs } from './fix-tabs.js';
import { searchByKey } from './search-key.js';

const content = (await (await unpack('content')).json()) as PageContent;
const model = new Model({ ...content, findings: content.report.findings });
document.body.classList.add('has-script');

const map = new MapBeside(model, new Choices(initiallyFolded(model)), { select });
const list = new FindingList(model.findings, { show: (index) => void show(index), change: mark });

/** What is pressed in the picture is looked for among the findings. */
function select(node: PageNode | undefined): void {
  const found = node === undefined ? [] : node.kind === 'stack' ? findingsWithin(node) : node.findings;
  const chip = byId('selected');
  chip.hidden = node === undefined;
  const number = found.length === 0 ? 'no finding' : counted(found.length, 'finding');
  chip.textContent = node === undefined ? '' : `${node.label}: ${number}`;
  list.choose(found.map((finding) => model.findings.indexOf(finding)));
}

async function show(index: number): Promise<void> {
  const finding = model.findings[index];
  const node = finding && model.nodeOfFinding(finding);
  if (node === undefined) return;
  await map.show(node);
  list.choose([index], false);
}

/** The picture shows which resources the findings that are left are about. */
function mark(shown: readonly number[]): void {
  const nodes = shown.flatMap((index) => {
    const finding = model.findings[index];
    return (finding && model.nodeOfFinding(finding)) ?? [];
  });
  map.stage.mark(shown.length === model.findings.length ? undefined : new Set(nodes));
}

searchByKey();
linkToEditor();
fixTabs(content.codes ?? {});
exportButtons(() => list.shown);
await map.draw();
document.body.dataset.ready = '';
