import type { Finding } from '../../finding/report.js';
import { button, el } from './dom.js';
import type { Model } from './model.js';
import type { Visit } from './visit.js';
import { formatPath, positionInWords } from './words.js';

interface CardOptions {
  /** Whether it stands away from the resource that it is about. */
  readonly withPlace?: boolean;
  /** Whether only what is wrong is shown until more is asked for. */
  readonly brief?: boolean;
}

/** A finding: what is wrong, what to write instead, where, and the other places that take part. */
export function findingCard(
  finding: Finding,
  model: Model,
  visit: Visit,
  { withPlace = false, brief = false }: CardOptions = {},
): HTMLElement {
  const { severity, checkId, message, fix, propertyPath, source, template, related, resource, stack } = finding;
  const node = model.nodeOfFinding(finding);
  const place = resource?.constructPath ?? resource?.logicalId ?? stack.name;
  const rest = [
    fix !== '' && el('p', { class: 'fix' }, el('strong', {}, 'Fix '), ...withCode(fix)),
    el(
      'p',
      { class: 'where' },
      propertyPath.length > 0 && el('code', {}, formatPath(propertyPath)),
      source !== null &&
        el(
          'code',
          { title: source.approximate ? 'near where the construct is created' : 'where the construct is created' },
          positionInWords(source),
        ),
      el('code', { title: 'in the template' }, positionInWords(template)),
    ),
    ...related.map(({ message: why, ...other }) => {
      const target = model.nodeOfFinding(other);
      const name = other.resource?.constructPath ?? other.resource?.logicalId ?? other.stack.name;
      return el(
        'p',
        { class: 'related' },
        ...withCode(why),
        ' ',
        target === undefined ? el('code', {}, name) : button(name, { class: 'jump' }, () => visit(target)),
      );
    }),
  ];
  return el(
    'article',
    { class: `finding level-${severity}` },
    el('header', {}, el('span', { class: 'severity' }, severity), el('code', {}, checkId)),
    withPlace && node !== undefined && button(place, { class: 'jump' }, () => visit(node)),
    el('p', {}, ...withCode(message)),
    ...(brief ? [el('details', {}, el('summary', {}, 'Fix and places'), ...rest)] : rest),
  );
}

/** Code stands in backticks. */
function withCode(text: string): readonly (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));
}
