import { entriesOf, outputsOf } from './generate.js';
import { type Entry, writeAssembly } from './write-stack.js';

/** Mistakes of each kind in a stack, each in a unit of its own. */
const REPEATED = 4;

/** What is wrong, and the type of the resource that has it. */
type Mistake = readonly [checkId: string, type: string, properties: (properties: object, stack: number, index: number) => object];

const MISTAKES: readonly Mistake[] = [
  ['cloudwatch/alarm-without-action', 'AWS::CloudWatch::Alarm', (properties) => ({ ...properties, AlarmActions: [] })],
  ['sqs/visibility-timeout', 'AWS::SQS::Queue', (properties) => ({ ...properties, VisibilityTimeout: 3 })],
  [
    'deletion/retained-name-collides',
    'AWS::DynamoDB::Table',
    (properties, stack, index) => ({ ...properties, TableName: `payments-${stack}-${index}` }),
  ],
  [
    'reference/attribute-unknown',
    'AWS::Lambda::Permission',
    (properties) => JSON.parse(JSON.stringify(properties).replace('"Arn"', '"FunctionArn"')),
  ],
  [
    'access/role-not-trusting',
    'AWS::IAM::Role',
    (properties) => JSON.parse(JSON.stringify(properties).replace('lambda.amazonaws.com', 'ec2.amazonaws.com')),
  ],
];

function withMistakes(entries: readonly Entry[], stack: number): readonly Entry[] {
  const seen = new Map<string, number>();
  return entries.map((entry): Entry => {
    const [id, type, properties, rest = {}] = entry;
    const index = seen.get(type) ?? 0;
    seen.set(type, index + 1);
    const mistake = MISTAKES[Math.floor(index / REPEATED)];
    return mistake?.[1] === type ? [id, type, mistake[2](properties, stack, index), rest] : entry;
  });
}

/** Writes the assembly of `generateAssembly` with 20 mistakes in each stack: errors, warnings, and what is worth knowing. */
export function generateWithFindings(folder: string, stacks: number): void {
  writeAssembly(folder, stacks, (stack) => ({ entries: withMistakes(entriesOf(stack), stack), outputs: outputsOf(stack) }));
}
