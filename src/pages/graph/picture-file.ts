import { svg } from './dom.js';

/** With its value where nothing sets it. All but opacity are inherited. */
const STYLES = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  opacity: '1',
} as const;
type Styles = Readonly<Record<keyof typeof STYLES, string>>;

/** Classes of what depends on the moment: how far away one looks, what is selected. */
const MOMENTARY = ['far', 'has-selection', 'has-search'];
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The whole picture as an SVG file that looks the same in every program: styles stand in attributes, and nothing refers to the page. */
export function pictureFile(picture: SVGSVGElement, world: SVGGElement, { width, height }: { width: number; height: number }): string {
  const momentary = MOMENTARY.filter((name) => picture.classList.contains(name));
  picture.classList.remove(...momentary);
  const content = copy(world, STYLES);
  const canvas = getComputedStyle(document.documentElement).getPropertyValue('--canvas');
  picture.classList.add(...momentary);
  content?.removeAttribute('transform');
  const file = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height },
    svg('rect', { width, height, fill: canvas }),
    ...(content === undefined ? [] : [content]),
  );
  return new XMLSerializer().serializeToString(file).replace(NOT_IN_XML, '?');
}

const KEPT = ['transform', 'x', 'y', 'dx', 'rx', 'width', 'height', 'd', 'aria-label'];

/** Nothing for what is not seen. */
function copy(element: SVGElement, inherited: Styles): SVGElement | undefined {
  if (element.localName === 'title') return element.cloneNode(true) as SVGElement;
  const style = getComputedStyle(element);
  if (style.display === 'none' || element.classList.contains('reach')) return undefined;
  const made = document.createElementNS('http://www.w3.org/2000/svg', element.localName);
  for (const name of KEPT) if (element.hasAttribute(name)) made.setAttribute(name, element.getAttribute(name) ?? '');
  const own = Object.fromEntries(Object.keys(STYLES).map((name) => [name, style.getPropertyValue(name)])) as Styles;
  for (const [name, value] of Object.entries(own)) if (value !== inherited[name as keyof Styles]) made.setAttribute(name, value);
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) made.append(...[copy(child, { ...own, opacity: '1' }) ?? []].flat());
    else made.append(child.cloneNode());
  }
  return made;
}
