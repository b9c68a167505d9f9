import type { StackSketch } from '../../../src/testing/assembly-sketch.js';
import { type Bomb, one, readers } from './bomb.js';

/** Beginnings of what is looked for in texts, which a search that goes back again and again takes the square of the length for. */
const UNITS = [
  'a',
  '.',
  '-',
  '/',
  ':',
  '*',
  '$',
  '${',
  '${a',
  '${a.',
  '{{resolve:',
  '{{resolve:ssm:',
  '{{resolve:ssm:a}}',
  '[ack: ',
  '\t',
  ' ',
  '\n',
  '-000000000000-a',
  'eyJaaaaaaaaaa.',
  'A+',
  'a://',
  'arn:aws:',
  'arn:aws:s3:::',
  '%25',
  '@',
  '192.',
  '*a',
  '{a,',
  '[',
  'a[',
  '(',
  '\u001b[',
  '::',
  '##[',
  '.NestedStack/',
];

/** Texts that are long, in each place where one is taken apart: a stack for each beginning. */
export function texts(length = 50_000): Record<string, Bomb> {
  const long = (unit: string): string => unit.repeat(Math.ceil(length / unit.length));
  const forEach =
    (stack: (text: string) => StackSketch): Bomb =>
    () => ({
      stacks: Object.fromEntries(UNITS.map((unit, index) => [`S${index}`, { region: 'us-east-1', ...stack(long(unit)) }])),
    });
  const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
  const suppressed = (text: string): unknown => ({
    ...bucket,
    Metadata: { synthcheck: { ignore: [{ id: text, reason: 'x' }] }, cdk_nag: { rules_to_suppress: [{ id: text }] }, 'aws:cdk:path': text },
  });
  const plugin = (text: string, index: number): unknown => ({
    pluginName: 'P',
    violations: [
      {
        ruleName: text,
        description: text,
        violatingConstructs: [
          {
            constructPath: `S${index}/${text}`,
            cloudFormationResource: { templatePath: 'Data.template.json', logicalId: 'R0', propertyPaths: [text] },
          },
        ],
      },
    ],
  });
  return {
    'values of properties, outputs and exports': forEach((text) => ({
      resources: readers(text),
      outputs: { O: { Value: text, Export: { Name: text } } },
    })),
    'Fn::Sub': forEach((text) => ({ resources: readers({ 'Fn::Sub': text }) })),
    'construct paths and traces': forEach((text) => ({
      resources: { R0: suppressed(text) },
      metadata: {
        [`/Data/${text}`]: [
          { type: 'aws:cdk:logicalId', data: 'R0' },
          { type: 'aws:cdk:warning', data: `${text}x` },
          { type: 'aws:cdk:creationStack', data: [text, `x (/${text}.ts:1:1)`] },
          { type: 'aws:cdk:acknowledged-rules', data: { [`synthcheck::${text}`]: 'x' } },
        ],
      },
    })),
    'names of stacks': forEach((text) => ({ resources: { R0: bucket }, name: text, displayName: text })),
    'findings of other tools': () => ({
      ...one({ resources: { R0: bucket } }),
      files: { 'validation-report.json': { version: '55.0.0', pluginReports: UNITS.map(long).map(plugin) } },
    }),
  };
}
