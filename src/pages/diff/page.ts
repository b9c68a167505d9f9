import { counted } from '../../counted.js';
import { CHANGE_WORDS, changesWithin, SIGNS } from '../graph/change-words.js';
import { Choices } from '../graph/choices.js';
import { byId, el } from '../graph/dom.js';
import { MapBeside } from '../graph/map-beside.js';
import { Model, type PageNode, resourcesWithin, stacksWithin } from '../graph/model.js';
import { unpack } from '../graph/packed.js';
import { CHANGES, type ChangedContent } from '../graph/page-content.js';
import { linkToEditor } from '../report/editor.js';
import { searchByKey } from '../report/search-key.js';
import { ChangeList } from './change-list.js';

/** With more changes than this, a picture of all is for those who ask for it. */
const MAX_OPEN = 150;

const { graph, resources, stacks, findings } = (await (await unpack('content')).json()) as ChangedContent;
const model = new Model({ graph, findings, sources: [], changes: { resources, stacks } });
document.body.classList.add('has-script');

const changes = changesWithin(model.stacks.filter(({ inside }) => inside === undefined));
const choices = new Choices(changes.length > MAX_OPEN ? new Set(model.stacks.map(({ key }) => key)) : new Set());
choices.onlyChanges = changes.length > 0;

const map = new MapBeside(model, choices, { select });
const list = new ChangeList({ show: (id) => void show(id), change: mark });

/** What is pressed in the picture is looked for among the changes. */
function select(node: PageNode | undefined): void {
  const chip = byId('selected');
  chip.hidden = node === undefined;
  const within = node?.kind === 'stack' ? [node, ...stacksWithin(node), ...resourcesWithin(node)] : node === undefined ? [] : [node];
  const number = list.choose(within.map(({ id }) => id));
  chip.textContent = node === undefined ? '' : `${node.label}: ${number === 0 ? 'no change' : counted(number, 'entry', 'entries')}`;
}

async function show(id: string): Promise<void> {
  const node = model.nodeOfId(id);
  if (node === undefined) return;
  await map.show(node);
  unchanged.checked = !choices.onlyChanges;
  list.choose([id], false);
}

function mark(shown: readonly string[] | undefined): void {
  map.stage.mark(shown && new Set(shown.flatMap((id) => model.nodeOfId(id) ?? [])));
}

const unchanged = byId<HTMLInputElement>('unchanged');
unchanged.checked = !choices.onlyChanges;
unchanged.addEventListener('change', () => {
  choices.onlyChanges = !unchanged.checked;
  void map.redraw();
});
byId('legend')
  .querySelector('ul')
  ?.append(
    ...CHANGES.filter((change) => changes.includes(change)).map((change) =>
      el('li', { class: `change-${change}` }, el('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[change]), CHANGE_WORDS[change]),
    ),
  );

searchByKey();
linkToEditor();
await map.draw();
document.body.dataset.ready = '';
