import { counted } from '../../counted.js';
import type { GraphUnresolved } from '../../graph/document.js';
import { groupBy } from '../../group-by.js';
import { kindName, kindsInWords, reasonInWords } from '../../report/graph/words.js';
import { button, el } from './dom.js';
import { findingCard } from './finding-card.js';
import {
  findingsWithin,
  homeOf,
  type Model,
  type PageLink,
  type PageNode,
  type PageResource,
  type PageStack,
  resourcesWithin,
  stacksWithin,
} from './model.js';
import type { Line } from './scene.js';
import type { Visit } from './visit.js';
import { formatPath, positionInWords } from './words.js';

export interface Actions {
  readonly visit: Visit;
  readonly focus: (node: PageNode) => void;
  readonly fold: (stack: PageStack) => void;
  readonly isFolded: (stack: PageStack) => boolean;
}

type Content = readonly (Node | false)[];

export function resourceDetails(resource: PageResource, model: Model, actions: Actions): Content {
  const { label, type, constructPath, logicalId, physicalName, home, source, findings, unresolved } = resource;
  return [
    el('h2', {}, label),
    el('p', { class: 'kind' }, type),
    facts([
      ['Construct path', constructPath],
      ['Logical id', logicalId],
      ['Physical name', physicalName],
      ['Source', source && positionInWords(source), source?.approximate ? 'near the construct’s creation' : undefined],
      ['Stack', button(home.label, { class: 'jump' }, () => actions.visit(home))],
      ['Environment', placeOf(home)],
    ]),
    el('p', { class: 'actions' }, focusButton(resource, actions)),
    ...findings.map((finding) => findingCard(finding, model, actions.visit)),
    ...linkLists(resource.out, resource.in, actions.visit),
    ...unresolvedList(unresolved),
  ];
}

export function stackDetails(stack: PageStack, model: Model, actions: Actions): Content {
  const { label, name, constructPath, inside, nested, unresolved, dependencies } = stack;
  const within = new Set<PageNode>([stack, ...resourcesWithin(stack), ...stacksWithin(stack)]);
  const out = model.links.filter(({ from, to }) => within.has(from) && !within.has(to));
  const into = model.links.filter(({ from, to }) => !within.has(from) && within.has(to));
  const before = dependencies.flatMap((id) => model.stacks.find((other) => other.id === id) ?? []);
  return [
    el('h2', {}, label),
    el('p', { class: 'kind' }, inside === undefined ? 'Stack' : 'Nested stack'),
    facts([
      ['Name', name === label ? null : name],
      ['Construct path', constructPath === label ? null : constructPath],
      ['Environment', placeOf(stack)],
      ['Assembly', stack.assembly],
      ['Inside', inside === undefined ? null : button(inside.label, { class: 'jump' }, () => actions.visit(inside))],
      [
        'Holds',
        `${counted(resourcesWithin(stack).length, 'resource')}${nested.length === 0 ? '' : `, ${counted(nested.length, 'nested stack')}`}`,
      ],
      ['Deployed after', before.length === 0 ? null : jumps(before, actions.visit)],
    ]),
    el(
      'p',
      { class: 'actions' },
      button(actions.isFolded(stack) ? 'Expand' : 'Collapse', {}, () => actions.fold(stack)),
      focusButton(stack, actions),
    ),
    ...findingsWithin(stack).map((finding) => findingCard(finding, model, actions.visit, { withPlace: finding.resource !== null })),
    ...stackLists('Needs', out, ({ to }) => homeOf(to).top, actions.visit),
    ...stackLists('Needed by', into, ({ from }) => homeOf(from).top, actions.visit),
    ...unresolvedList([...unresolved, ...resourcesWithin(stack).flatMap((resource) => resource.unresolved)]),
  ];
}

export function lineDetails({ links, crossing }: Line, actions: Actions): Content {
  const title = crossing === 'environment' ? 'Links to another region' : crossing === 'stack' ? 'Links to another stack' : 'Links';
  return [
    el('h2', {}, links.length === 1 ? title.replace('Links', 'Link') : title),
    el('p', { class: 'kind' }, kindsInWords(links)),
    list(
      links.map((link) =>
        el(
          'li',
          {},
          button(nameOf(link.from), { class: 'jump' }, () => actions.visit(link.from)),
          linkNote(link),
          ' → ',
          button(nameOf(link.to), { class: 'jump' }, () => actions.visit(link.to)),
        ),
      ),
      'links',
    ),
  ];
}

function placeOf({ region, account }: PageStack): string {
  return `${region ?? 'any region'}, account ${account ?? 'not set'}`;
}

function nameOf(node: PageNode): string {
  return node.kind === 'resource' ? (node.constructPath ?? node.id) : node.name;
}

function focusButton(node: PageNode, { focus }: Actions): HTMLElement {
  return button('Show only this and its neighbours', {}, () => focus(node));
}

function jumps(nodes: readonly PageNode[], visit: Visit): HTMLElement {
  return el('span', {}, ...nodes.flatMap((node, index) => [index > 0 && ', ', button(node.label, { class: 'jump' }, () => visit(node))]));
}

function facts(rows: readonly (readonly [string, string | Node | null, (string | undefined)?])[]): HTMLElement {
  return el(
    'dl',
    {},
    ...rows.flatMap(([name, value, note]) =>
      value === null ? [] : [el('dt', {}, name), el('dd', {}, value, note !== undefined && el('small', {}, ` ${note}`))],
    ),
  );
}

function linkLists(out: readonly PageLink[], into: readonly PageLink[], visit: Visit): readonly HTMLElement[] {
  return [...nodeList('Needs', out, ({ to }) => to, visit), ...nodeList('Needed by', into, ({ from }) => from, visit)];
}

function nodeList(title: string, links: readonly PageLink[], otherEnd: (link: PageLink) => PageNode, visit: Visit): readonly HTMLElement[] {
  return neighbours(title, links, otherEnd, visit, (node, [first, ...others]) => [
    el(
      'small',
      {},
      node.kind === 'resource' ? node.typeLabel : 'stack',
      first.crossing !== 'none' && ` in ${homeOf(node).label}`,
      first.crossing === 'environment' && `, ${homeOf(node).environment}`,
    ),
    ...[first, ...others].map(linkNote),
  ]);
}

function stackLists(
  title: string,
  links: readonly PageLink[],
  otherEnd: (link: PageLink) => PageStack,
  visit: Visit,
): readonly HTMLElement[] {
  return neighbours(title, links, otherEnd, visit, (stack, together) => [
    el('small', {}, `${stack.environment} · ${kindsInWords(together)}`),
  ]);
}

/** What links lead to, with what there is to say of the links to each. */
function neighbours<Node extends PageNode>(
  title: string,
  links: readonly PageLink[],
  otherEnd: (link: PageLink) => Node,
  visit: Visit,
  about: (node: Node, together: readonly [PageLink, ...PageLink[]]) => readonly HTMLElement[],
): readonly HTMLElement[] {
  if (links.length === 0) return [];
  const groups = groupBy(links, otherEnd);
  return [
    el('h3', {}, title, el('span', { class: 'count' }, String(groups.size))),
    list(
      [...groups].map(([node, together]) =>
        el(
          'li',
          { class: `crossing-${together[0].crossing}` },
          button(node.label, { class: 'jump' }, () => visit(node)),
          ...about(node, together),
        ),
      ),
      'links',
    ),
  ];
}

function linkNote({ kind, property, attribute, via, condition, name, ...link }: PageLink): HTMLElement {
  const borders = via.filter((border) => border !== kind).map(kindName);
  return el(
    'span',
    { class: 'link-note' },
    el('span', { class: `kind-tag${link.class === 'inferred' ? ' inferred' : ''}` }, kindName(kind)),
    el('code', {}, `${formatPath(property)}${attribute === null ? '' : ` → ${attribute}`}`),
    name !== null && name !== '' && el('small', {}, name),
    borders.length > 0 && el('small', {}, `via ${borders.join(', ')}`),
    condition !== null && el('small', {}, `if ${condition}`),
    link.class === 'inferred' && el('small', {}, 'inferred: the names are equal'),
  );
}

export function unresolvedList(
  references: readonly GraphUnresolved[],
  nodeOf?: (id: string) => PageNode | undefined,
  visit?: Visit,
): readonly HTMLElement[] {
  if (references.length === 0) return [];
  return [
    el('h3', {}, 'Unresolved references', el('span', { class: 'count' }, String(references.length))),
    list(
      references.map(({ kind, class: unresolvedClass, reason, name, property, from }) => {
        const node = nodeOf?.(from);
        return el(
          'li',
          {},
          node !== undefined && visit !== undefined && button(node.label, { class: 'jump' }, () => visit(node)),
          el(
            'span',
            { class: 'link-note' },
            el('span', { class: 'kind-tag' }, kindName(kind)),
            el('code', {}, name),
            el('small', {}, `${unresolvedClass}: ${reasonInWords(reason)}`),
            el('small', {}, formatPath(property)),
          ),
        );
      }),
      'links',
    ),
  ];
}

const MAX_ITEMS = 60;

/** Long lists are shown in parts. */
function list(items: readonly HTMLElement[], className: string): HTMLElement {
  const made = el('ul', { class: className }, ...items.slice(0, MAX_ITEMS));
  if (items.length <= MAX_ITEMS) return made;
  const more = el(
    'li',
    {},
    button(`Show ${items.length - MAX_ITEMS} more`, {}, () => more.replaceWith(...items.slice(MAX_ITEMS))),
  );
  made.append(more);
  return made;
}
