import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ACCOUNT = '482731905566';
export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'] as const;
export const ASSET = '0123456789abcdef'.repeat(4);

export type Entry = readonly [logicalId: string, type: string, properties: object, rest?: object];

/** A logical ID as the CDK makes them: the path without its slashes, and eight digits. */
export function logicalIdOf(stack: number, unit: number, name: string): string {
  const hash = ((stack * 7919 + unit * 104_729 + name.length * 31) >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `Service${unit}${name}${hash}`;
}

function writeStack(
  folder: string,
  number: number,
  { entries, outputs, parameters, conditions, isAgnostic = false }: StackContent,
): readonly (readonly [id: string, artifact: object])[] {
  const id = `Stack${number}`;
  const region = REGIONS[number % REGIONS.length];
  const constructPath = (logicalId: string): string => `${id}/${logicalId.slice(0, -8) || logicalId}/Resource`;
  const template = {
    Resources: Object.fromEntries(
      entries.map(([logicalId, Type, Properties, rest]) => [
        logicalId,
        { Type, Properties, ...rest, Metadata: { 'aws:cdk:path': constructPath(logicalId) } },
      ]),
    ),
    Outputs: outputs,
    Parameters: {
      ...parameters,
      BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/hnb659fds/version' },
    },
    ...(conditions && { Conditions: conditions }),
  };
  const metadata = Object.fromEntries(
    entries.map(([logicalId]) => [
      `/${constructPath(logicalId)}`,
      [
        { type: 'aws:cdk:logicalId', data: logicalId },
        {
          type: 'aws:cdk:creationStack',
          data: ['...new Function2 in aws-cdk-lib...', `new ServiceStack (lib/service-stack.ts:${20 + (number % 100)}:5)`],
        },
      ],
    ]),
  );
  writeFileSync(join(folder, `${id}.template.json`), JSON.stringify(template, undefined, 1));
  writeFileSync(join(folder, `${id}.metadata.json`), JSON.stringify(metadata, undefined, 1));
  const assets = { files: { [ASSET]: { source: { path: `asset.${ASSET}`, packaging: 'zip' }, destinations: {} } }, dockerImages: {} };
  writeFileSync(join(folder, `${id}.assets.json`), JSON.stringify({ version: '55.0.0', ...assets }, undefined, 1));
  const dependencies = number >= REGIONS.length ? [`Stack${number - REGIONS.length}`] : [];
  return [
    [`${id}.assets`, { type: 'cdk:asset-manifest', properties: { file: `${id}.assets.json` } }],
    [
      id,
      {
        type: 'aws:cloudformation:stack',
        environment: isAgnostic ? 'aws://unknown-account/unknown-region' : `aws://${ACCOUNT}/${region}`,
        properties: { templateFile: `${id}.template.json` },
        additionalMetadataFile: `${id}.metadata.json`,
        dependencies: [...dependencies, `${id}.assets`],
        displayName: id,
      },
    ],
  ];
}

export interface StackContent {
  readonly entries: readonly Entry[];
  readonly outputs: object;
  readonly parameters?: object;
  readonly conditions?: object;
  /** Whether the stack names no account and no region. */
  readonly isAgnostic?: boolean;
}

/** Writes an assembly of so many stacks over four regions, each depending on the one before in its region. */
export function writeAssembly(folder: string, stacks: number, contentOf: (stack: number) => StackContent): void {
  mkdirSync(folder, { recursive: true });
  const artifacts = Object.fromEntries(Array.from({ length: stacks }, (_, number) => writeStack(folder, number, contentOf(number))).flat());
  mkdirSync(join(folder, `asset.${ASSET}`), { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }, undefined, 1));
}
