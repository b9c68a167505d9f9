import type { AssemblySketch } from '../support/assembly-builder.js';

interface Entry {
  Type: string;
  DeletionPolicy?: string;
  Properties: Record<string, unknown>;
}
/** Templates by stack, open for edits. */
export type MutableStacks = Record<string, { region: string; resources: Record<string, Entry> }>;

const KINDS: readonly ((text: string) => Entry)[] = [
  (text) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: text } }),
  (text) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName: text } }),
  (text) => ({ Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', Properties: { Tags: [{ Key: 'text', Value: text }] } }),
  (text) => ({ Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Delete', Properties: { TableClass: text } }),
];

/** Stacks with resources that can be distinguished, and alarms that refer to some of them without being replaced with them. */
export function randomStacks(random: (below: number) => number): MutableStacks {
  const stacks: MutableStacks = {};
  for (let number = 0; number < 2 + random(3); number++) {
    const resources: Record<string, Entry> = {};
    const size = 3 + random(6);
    for (let index = 0; index < size; index++)
      resources[`R${number}x${index}`] = (KINDS[random(KINDS.length)] as (text: string) => Entry)(`text-${number}-${index}`);
    const ids = Object.keys(resources);
    for (let index = 0; index < 2; index++) {
      const target = ids[random(ids.length)] as string;
      resources[`Alarm${number}x${index}`] = {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { AlarmDescription: `alarm-${number}-${index}`, AlarmActions: [{ Ref: target }] },
      };
    }
    stacks[`Stack${number}`] = { region: ['us-east-1', 'us-west-2'][number % 2] as string, resources };
  }
  return stacks;
}

export function toSketch(stacks: MutableStacks): AssemblySketch {
  return { stacks };
}

/** Changes one thing, and gives what the diff must say: kind, stack and logical id of each change. Undefined when nothing fits. */
export type Edit = (stacks: MutableStacks, random: (below: number) => number) => string | undefined;

function pick(stacks: MutableStacks, random: (below: number) => number, fits: (id: string, entry: Entry, stack: string) => boolean) {
  const all = Object.entries(stacks).flatMap(([stack, { resources }]) =>
    Object.entries(resources)
      .filter(([id, entry]) => fits(id, entry, stack))
      .map(([id]) => ({ stack, id })),
  );
  return all[random(all.length)];
}

function isReferred(stacks: MutableStacks, id: string): boolean {
  return JSON.stringify(stacks).includes(`{"Ref":"${id}"}`);
}

export const EDITS: Readonly<Record<string, Edit>> = {
  rename(stacks, random) {
    const found = pick(stacks, random, (_, { Type }) => Type !== 'AWS::CloudWatch::Alarm');
    if (found === undefined) return undefined;
    const { stack, id } = found;
    const { resources } = stacks[stack] as MutableStacks[string];
    const text = JSON.stringify(resources).replaceAll(`"${id}":`, `"${id}New":`).replaceAll(`{"Ref":"${id}"}`, `{"Ref":"${id}New"}`);
    (stacks[stack] as MutableStacks[string]).resources = JSON.parse(text);
    return `renamed ${stack}.${id}New`;
  },
  move(stacks, random) {
    // Only what holds something is followed across stacks.
    const found = pick(stacks, random, (id, { Type }) => /S3|SQS|DynamoDB/.test(Type) && !isReferred(stacks, id));
    const to = Object.keys(stacks).find((name) => name !== found?.stack && stacks[name]?.region === stacks[found?.stack ?? '']?.region);
    if (found === undefined || to === undefined) return undefined;
    const { stack, id } = found;
    (stacks[to] as MutableStacks[string]).resources[id] = stacks[stack]?.resources[id] as Entry;
    delete stacks[stack]?.resources[id];
    return `moved ${to}.${id}`;
  },
  retarget(stacks, random) {
    const found = pick(stacks, random, (_, { Type }) => Type === 'AWS::CloudWatch::Alarm');
    const resources: Record<string, Entry> = stacks[found?.stack ?? '']?.resources ?? {};
    const alarm = resources[found?.id ?? ''];
    if (found === undefined || alarm === undefined) return undefined;
    const others = Object.keys(resources).filter((id) => resources[id]?.Type !== alarm.Type && !JSON.stringify(alarm).includes(`"${id}"`));
    if (others.length === 0) return undefined;
    alarm.Properties.AlarmActions = [{ Ref: others[random(others.length)] as string }];
    return `changed ${found.stack}.${found.id}`;
  },
  drop(stacks, random) {
    const found = pick(stacks, random, (id) => !isReferred(stacks, id));
    if (found === undefined) return undefined;
    delete stacks[found.stack]?.resources[found.id];
    return `removed ${found.stack}.${found.id}`;
  },
  retain(stacks, random) {
    const found = pick(stacks, random, (_, { DeletionPolicy }) => DeletionPolicy === 'Delete');
    const entry = stacks[found?.stack ?? '']?.resources[found?.id ?? ''];
    if (found === undefined || entry === undefined) return undefined;
    entry.DeletionPolicy = 'Retain';
    return `changed ${found.stack}.${found.id}`;
  },
};
