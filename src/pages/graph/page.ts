import { counted } from '../../counted.js';
import type { Finding } from '../../finding/report.js';
import { countConnections } from '../../report/graph/connections.js';
import { addressOf, readAddress } from './address.js';
import { Choices, facetsOf, surroundingsOf } from './choices.js';
import { type Actions, lineDetails, resourceDetails, stackDetails } from './details.js';
import { byId } from './dom.js';
import { download } from './download.js';
import { FilterPanel } from './filter-panel.js';
import { Model, type PageNode, type PageStack } from './model.js';
import { overview } from './overview.js';
import { unpack } from './packed.js';
import type { PageContent } from './page-content.js';
import { printVersion } from './print-version.js';
import { ancestorsOf, foldTheRest, initiallyFolded, type Line } from './scene.js';
import { SearchBox } from './search-box.js';
import { Stage } from './stage.js';
import { findingsInWords } from './words.js';

const content = (await (await unpack('content')).json()) as PageContent;
const model = new Model({ ...content, findings: content.report.findings });
const { applications } = content;
const counts = applications?.references ?? countConnections(content.graph);
const choices = new Choices(initiallyFolded(model));
const details = byId('details-content');
let visited = -1;

const stage = new Stage(model, choices, { select, fold, undone: () => filters.refresh() });
const filters = new FilterPanel(byId('filter-content'), facetsOf(model), choices, redraw);
const search = new SearchBox(byId('search'), byId('results'), model, visit, mark);
const actions: Actions = { visit, focus, fold: foldStack, isFolded: ({ key }) => choices.folded.has(key) };

let selected: PageNode | Line | undefined;

function select(target: PageNode | Line | undefined): void {
  selected = target;
  stage.select(target);
  details.replaceChildren(
    ...(target === undefined
      ? overview(model, content.report, counts, visit, { isShown: isFindingShown, brief: true })
      : 'links' in target
        ? lineDetails(target, actions)
        : target.kind === 'stack'
          ? stackDetails(target, model, actions)
          : resourceDetails(target, model, actions)
    ).filter((part) => part !== false),
  );
  byId('details').scrollTop = 0;
  byId('back').hidden = target === undefined;
  writeAddress(target);
  if (target !== undefined) openSheet('details');
}

/** One can send it, and go back to what was selected before. */
function writeAddress(target: PageNode | Line | undefined): void {
  const wanted = addressOf(target === undefined || 'links' in target ? undefined : target);
  if (location.hash !== wanted && !(wanted === '' && location.hash.length <= 1)) location.hash = wanted;
}

/** Whether there was something to go to. */
async function followAddress(): Promise<boolean> {
  const named = readAddress(location.hash, model);
  if (named === undefined) return false;
  if ('missing' in named) stage.say(named.missing);
  // The address of what has just been selected: the picture stays where it is, so that a second click meets the same box.
  else if (named.node !== selected) await visit(named.node);
  return true;
}

async function visit(node: PageNode): Promise<void> {
  const hidden = !choices.isShown(node);
  if (hidden) {
    choices.clear();
    filters.refresh();
  }
  const unfolded = ancestorsOf(node, model).map((key) => choices.folded.delete(key));
  search.finish();
  select(node);
  // Where its whole stack is too much, what it is linked with is not.
  if ((hidden || unfolded.includes(true)) && !(await stage.redraw(undefined, true))) return focus(node);
  byId('focus').hidden = choices.focus === undefined;
  stage.show(node.key);
}

function focus(node: PageNode): void {
  choices.clear();
  choices.focus = surroundingsOf(node, model);
  filters.refresh();
  const open = [...choices.focus].flatMap((other) => ancestorsOf(other, model));
  // With many neighbours, their stacks stay folded.
  for (const key of choices.focus.size <= 60 ? open : ancestorsOf(node, model)) choices.folded.delete(key);
  byId('focus-name').textContent = node.label;
  void redraw().then(() => stage.fit());
}

function fold(key: string, isFolded = !choices.folded.has(key)): void {
  if (isFolded) choices.folded.add(key);
  else choices.folded.delete(key);
  void stage.redraw(key);
}

function foldStack(stack: PageStack): void {
  fold(stack.key);
  select(stack);
}

async function unfoldAll(): Promise<void> {
  const { folded, open } = foldTheRest(model, (node) => choices.isShown(node));
  choices.folded = new Set(folded);
  if (!(await stage.redraw())) return;
  stage.fit();
  if (folded.size > 0)
    stage.say(`Expanded ${counted(open, 'stack')}, those with findings first: no more are drawn at once. Filter to see others.`);
}

function foldAll(): void {
  choices.folded = new Set(model.stacks.map(({ key }) => key));
  void stage.redraw().then(() => stage.fit());
}

function isFindingShown(finding: Finding): boolean {
  const node = model.nodeOfFinding(finding);
  return !choices.hidden.severity.has(finding.severity) && (node === undefined || choices.isShown(node));
}

async function redraw(): Promise<void> {
  if (selected === undefined) select(undefined);
  byId('focus').hidden = choices.focus === undefined;
  await stage.redraw();
  mark();
}

function mark(): void {
  stage.mark(search.found);
}

function openSheet(name: 'filters' | 'details' | undefined): void {
  if (name === undefined) delete document.body.dataset.sheet;
  else document.body.dataset.sheet = name;
}

function visitFinding(step: number): void {
  const { findings } = model;
  if (findings.length === 0) return;
  visited = (visited + step + findings.length) % findings.length;
  const finding = findings[visited];
  const node = finding && model.nodeOfFinding(finding);
  if (node !== undefined) void visit(node);
}

function press(id: string, action: () => void): void {
  byId(id).addEventListener('click', action);
}

press('zoom-in', () => stage.camera.zoom(1.3));
press('zoom-out', () => stage.camera.zoom(1 / 1.3));
press('fit', () => stage.fit());
press('turn', () => void stage.turn());
press('unfold-all', () => void unfoldAll());
press('fold-all', foldAll);
press('save', () => download('synthcheck-graph.svg', 'image/svg+xml', stage.file()));
press('back', () => select(undefined));
press('open-filters', () => openSheet(document.body.dataset.sheet === 'filters' ? undefined : 'filters'));
press('open-details', () => openSheet(document.body.dataset.sheet === 'details' ? undefined : 'details'));
for (const close of document.querySelectorAll('[data-close]')) close.addEventListener('click', () => openSheet(undefined));
press('unfocus', () => {
  choices.focus = undefined;
  void redraw().then(() => stage.fit());
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
  if (event.key === 'Escape') {
    if (document.body.dataset.sheet !== undefined) openSheet(undefined);
    select(undefined);
    return;
  }
  const action = SHORTCUTS.get(event.key);
  if (action === undefined) return;
  event.preventDefault();
  action();
});

const SHORTCUTS: ReadonlyMap<string, () => void> = new Map([
  ['/', () => search.focus()],
  ['+', () => stage.camera.zoom(1.3)],
  ['-', () => stage.camera.zoom(1 / 1.3)],
  ['0', () => stage.fit()],
  ['n', () => visitFinding(1)],
  ['N', () => visitFinding(-1)],
]);

const { stacks, resources } = model;
if (applications !== undefined) byId('title').textContent = applications.title;
byId('subject').textContent = applications === undefined ? content.report.assemblies.map(({ path }) => path).join(', ') : '';
byId('totals').textContent = [
  ...(applications === undefined
    ? [
        counted(stacks.filter(({ inside }) => inside === undefined).length, 'stack'),
        counted(model.environments.length, 'region'),
        counted(resources.length, 'resource'),
      ]
    : [applications.totals]),
  findingsInWords(model.findings) || 'no findings',
].join(' · ');
byId('links-seen').textContent =
  `${counted(counts.exact, applications === undefined ? 'exact link' : 'reference')}, ${counts.inferred} inferred; not resolved: ${counts.external} external, ${counts.unknown} unknown`;
printVersion(model, content.report, counts, stage);
const isAddressed = readAddress(location.hash, model) !== undefined;
if (!isAddressed) select(undefined);
await stage.redraw();
stage.fit();
if (isAddressed) await followAddress();
window.addEventListener('hashchange', () => void followAddress().then((isFound) => isFound || select(undefined)));
document.body.dataset.ready = '';
