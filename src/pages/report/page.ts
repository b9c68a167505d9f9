import { count } from '../../report/graph/words.js';
import { Choices } from '../graph/choices.js';
import { byId, svg } from '../graph/dom.js';
import { findingsWithin, Model, type PageNode } from '../graph/model.js';
import { unpack } from '../graph/packed.js';
import type { PageContent } from '../graph/page-content.js';
import type { Line } from '../graph/scene.js';
import { ancestorsOf, foldTheRest, initiallyFolded } from '../graph/scene.js';
import { Stage } from '../graph/stage.js';
import { FindingList } from './finding-list.js';

const content = (await (await unpack('content')).json()) as PageContent;
const model = new Model(content);
const choices = new Choices(initiallyFolded(model));
document.body.classList.add('has-script');

const stage = new Stage(model, choices, { select, fold });
const list = new FindingList(model.findings, { show: (index) => void show(index), change: mark });

/** What is pressed in the picture is looked for among the findings. */
function select(target: PageNode | Line | undefined): void {
  stage.select(target);
  const node = target === undefined || 'links' in target ? undefined : target;
  const found = node === undefined ? [] : node.kind === 'stack' ? findingsWithin(node) : node.findings;
  const chip = byId('selected');
  chip.hidden = node === undefined;
  const number = found.length === 0 ? 'no finding' : found.length === 1 ? '1 finding' : `${found.length} findings`;
  chip.textContent = node === undefined ? '' : `${node.label}: ${number}`;
  list.choose(found.map((finding) => model.findings.indexOf(finding)));
}

function fold(key: string): void {
  if (!choices.folded.delete(key)) choices.folded.add(key);
  void stage.redraw(key);
}

async function unfoldAll(): Promise<void> {
  const { folded, open } = foldTheRest(model, (node) => choices.isShown(node));
  choices.folded = new Set(folded);
  if (!(await stage.redraw())) return;
  stage.fit();
  if (folded.size > 0) stage.say(`Expanded ${count(open, 'stack')}, those with findings first: no more is drawn at once.`);
}

function foldAll(): void {
  choices.folded = new Set(model.stacks.map(({ key }) => key));
  void stage.redraw().then(() => stage.fit());
}

async function show(index: number): Promise<void> {
  const finding = model.findings[index];
  const node = finding && model.nodeOfFinding(finding);
  if (node === undefined) return;
  await openMap();
  for (const key of ancestorsOf(node, model)) choices.folded.delete(key);
  await stage.redraw();
  stage.select(node);
  list.choose([index], false);
  stage.show(node.key);
}

/** The picture shows which resources the findings that are left are about. */
function mark(shown: readonly number[]): void {
  const nodes = shown.flatMap((index) => {
    const finding = model.findings[index];
    return (finding && model.nodeOfFinding(finding)) ?? [];
  });
  stage.mark(shown.length === model.findings.length ? undefined : new Set(nodes));
}

let isDrawn = false;

/** What is not seen is not drawn: it would have no size. */
async function draw(): Promise<void> {
  if (isDrawn || byId('picture').clientWidth === 0) return;
  isDrawn = true;
  await stage.redraw();
  stage.fit();
}

async function openMap(): Promise<void> {
  document.body.dataset.sheet = 'map';
  await draw();
}

function closeMap(): void {
  delete document.body.dataset.sheet;
}

function press(id: string, action: () => void): void {
  byId(id).addEventListener('click', action);
}

press('open-map', () => void openMap());
press('close-map', closeMap);
press('unfold-all', () => void unfoldAll());
press('fold-all', foldAll);
press('fit', () => stage.fit());
press('zoom-in', () => stage.camera.zoom(1.3));
press('zoom-out', () => stage.camera.zoom(1 / 1.3));
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key === '/' && !(target instanceof HTMLInputElement)) {
    event.preventDefault();
    byId('words').focus();
  }
  if (key !== 'Escape') return;
  closeMap();
  select(undefined);
});

/** On paper the picture comes after the findings, as it is unfolded. */
const paper = byId('paper');
window.addEventListener('beforeprint', () => {
  if (!isDrawn) return;
  const { content: drawn, size } = stage.copy();
  paper.replaceChildren(svg('svg', { viewBox: `0 0 ${size.width} ${size.height}`, class: 'picture' }, drawn));
});
window.addEventListener('afterprint', () => paper.replaceChildren());

window.addEventListener('resize', () => void draw());
await draw();
document.body.dataset.ready = '';
