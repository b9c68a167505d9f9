import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { Stack } from '../../assembly/model.js';
import type { FindResource } from './permissions.js';
import type { SecurityNote } from './security-note.js';

type Rule = TemplateDiff['securityGroupChanges']['ingress']['additions'][number];
type Direction = 'from' | 'to';

/** Rules of security groups that come and go, by group. */
export function* networkChanges({ securityGroupChanges }: TemplateDiff, stack: Stack, find: FindResource): Generator<SecurityNote> {
  const { ingress, egress } = securityGroupChanges;
  const groups = new Map<string, { added: string[]; removed: string[]; isOpen: boolean }>();
  const note = (rule: Rule, direction: Direction, side: 'added' | 'removed'): void => {
    const group = groups.get(String(rule.groupId)) ?? { added: [], removed: [], isOpen: false };
    groups.set(String(rule.groupId), group);
    group[side].push(`${rule.describeProtocol()} ${direction} ${peerInWords(rule)}`);
    group.isOpen ||= side === 'added' && direction === 'from' && isWorld(rule);
  };
  for (const rule of ingress.additions) note(rule, 'from', 'added');
  for (const rule of ingress.removals) note(rule, 'from', 'removed');
  for (const rule of egress.additions) note(rule, 'to', 'added');
  for (const rule of egress.removals) note(rule, 'to', 'removed');
  for (const [group, { added, removed, isOpen }] of groups) {
    const found = find(/\$\{([A-Za-z0-9]+)/.exec(group)?.[1] ?? '');
    yield {
      area: isOpen ? 'public-access' : 'network',
      direction: added.length > 0 ? 'broadened' : 'narrowed',
      subject: found?.resource.constructPath ?? found?.resource.logicalId ?? group,
      at: found?.resource ?? stack,
      message: isOpen
        ? 'Opened to the whole internet.'
        : added.length > 0
          ? 'Lets more traffic through than before.'
          : 'Lets less traffic through than before.',
      added: added.sort(),
      removed: removed.sort(),
      isNew: found?.isNew ?? false,
    };
  }
}

function isWorld({ peer }: Rule): boolean {
  return peer?.kind === 'cidr-ip' && (peer.ip === '0.0.0.0/0' || peer.ip === '::/0');
}

function peerInWords(rule: Rule): string {
  return isWorld(rule) ? 'everywhere' : rule.describePeer();
}
