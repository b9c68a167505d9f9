import fc from 'fast-check';
import { hostileNumber, hostilePath, hostileString, MARKUP } from './hostile.js';
import type { Vocabulary } from './materials.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const STACKS = ['S', 'T', 'U'] as const;
const IDS = ['A', 'B', 'C', 'D', 'N', '__proto__', 'constructor'] as const;
const FUNCTIONS = ['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::Split', 'Fn::Select', 'Fn::If', 'Fn::FindInMap', 'Fn::ImportValue'];
const RARE_FUNCTIONS = [
  'Fn::GetStackOutput',
  'Fn::Transform',
  'Fn::GetAZs',
  'Fn::Cidr',
  'Fn::Base64',
  'Fn::Length',
  'Fn::ForEach::X',
  'Condition',
];

/** Everything that an assembly's files hold, well formed often enough to get far. */
export interface Arbitraries {
  readonly value: fc.Arbitrary<Json>;
  /** The files of a `cdk.out`, as JSON. */
  readonly assembly: fc.Arbitrary<Readonly<Record<string, Json>>>;
  readonly config: fc.Arbitrary<Json>;
}

export function arbitrariesOf({ types, properties, values }: Vocabulary): Arbitraries {
  const id = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...IDS) }, { weight: 1, arbitrary: hostileString });
  const name = fc.constantFrom('A', 'B', 'S', 'T', '/a', 'x-y_z/1', 'us-east-1');
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    { weight: 2, arbitrary: name },
    { weight: 2, arbitrary: hostileString },
  );
  const scalar: fc.Arbitrary<Json> = fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: hostileNumber },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...properties) }, { weight: 1, arbitrary: hostileString });
  const record = (keys: fc.Arbitrary<string>, item: fc.Arbitrary<Json>, maxKeys = 4): fc.Arbitrary<Json> =>
    fc.array(fc.tuple(keys, item), { maxLength: maxKeys }).map((entries) => Object.fromEntries(entries));
  const call = (fn: string, argument: fc.Arbitrary<Json>): fc.Arbitrary<Json> => argument.map((value) => ({ [fn]: value }));

  const { value } = fc.letrec<{ value: Json; call: Json }>((tie) => {
    const sub = tie('value');
    const variable = fc.oneof(
      id,
      fc.tuple(id, fc.constantFrom('Arn', 'Outputs.A', '')).map((parts) => parts.join('.')),
      text,
    );
    const subText = fc
      .array(
        fc.oneof(
          text,
          variable.map((part) => `\${${part}}`),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join(''));
    return {
      value: fc.oneof(
        { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
        { weight: 6, arbitrary: scalar },
        { weight: 5, arbitrary: tie('call') },
        { weight: 2, arbitrary: fc.array(sub, { maxLength: 3 }) },
        { weight: 3, arbitrary: record(key, sub) },
      ),
      call: fc.oneof(
        call('Ref', fc.oneof(id, fc.constantFrom('AWS::Region', 'AWS::NoValue', 'AWS::AccountId'))),
        call('Fn::GetAtt', fc.oneof(fc.tuple(id, fc.oneof(fc.constantFrom('Arn', 'Outputs.A', 'A'), sub)), variable)),
        call('Fn::Sub', fc.oneof(subText, fc.tuple(subText, record(id, sub)))),
        call('Fn::Join', fc.tuple(fc.constantFrom('', '/', '||', ','), fc.array(sub, { maxLength: 4 }))),
        call('Fn::Split', fc.tuple(fc.constantFrom('/', '||', ':'), sub)),
        call('Fn::Select', fc.tuple(fc.constantFrom<Json>(0, 1, '1', -1, 1e9, 'x'), sub)),
        call('Fn::If', fc.tuple(id, sub, sub)),
        call('Fn::FindInMap', fc.tuple(id, sub, sub)),
        call('Fn::ImportValue', sub),
        call('Fn::GetStackOutput', record(fc.constantFrom('StackName', 'OutputName', 'Region', 'RoleArn'), sub)),
        fc.tuple(fc.constantFrom(...FUNCTIONS, ...RARE_FUNCTIONS), sub).map(([fn, argument]) => ({ [fn]: argument })),
      ),
    };
  });

  const condition: fc.Arbitrary<Json> = fc.letrec<{ condition: Json }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.tuple(value, value).map((operands) => ({ 'Fn::Equals': operands })),
      fc
        .tuple(fc.constantFrom('Fn::And', 'Fn::Or', 'Fn::Not'), fc.array(tie('condition'), { maxLength: 3 }))
        .map(([fn, list]) => ({ [fn]: list })),
      id.map((name) => ({ Condition: name })),
      value,
    ),
  })).condition;
  const resource: fc.Arbitrary<Json> = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record(
        {
          Type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: hostileString }),
          Properties: record(key, value, 6),
          Condition: fc.oneof(id, value),
          DependsOn: fc.oneof(id, fc.array(id, { maxLength: 3 }), value),
          DeletionPolicy: fc.constantFrom<Json>('Retain', 'Delete', 'Snapshot', 1),
          UpdateReplacePolicy: fc.constantFrom<Json>('Retain', 'Delete', null),
          Metadata: fc.oneof(
            value,
            fc.record(
              {
                'aws:cdk:path': hostileString,
                'aws:asset:path': fc.oneof(hostilePath, fc.constantFrom('S.template.json', 'T.template.json', 'N.nested.template.json')),
                synthcheck: fc.record({
                  ignore: fc.array(fc.record({ id: hostileString, reason: text, until: text }, { requiredKeys: [] }), { maxLength: 2 }),
                }),
                cdk_nag: fc.record({ rules_to_suppress: fc.array(value, { maxLength: 2 }) }),
                'cfn-lint': fc.record({ config: value }),
              },
              { requiredKeys: [] },
            ),
          ),
        },
        { requiredKeys: ['Type'] },
      ),
    },
    { weight: 1, arbitrary: value },
  );
  const section = (item: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc.oneof({ weight: 12, arbitrary: record(id, item) }, { weight: 1, arbitrary: value });
  const output = fc.record({ Value: value, Export: fc.record({ Name: value }) }, { requiredKeys: [] });
  const parameter = fc.record(
    {
      Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList', 'AWS::SSM::Parameter::Value<String>', 'List<Number>'),
      Default: scalar,
    },
    { requiredKeys: [] },
  );
  const template = fc.oneof(
    {
      weight: 15,
      arbitrary: fc.record(
        {
          Resources: section(resource),
          Parameters: section(parameter),
          Outputs: section(output),
          Conditions: section(condition),
          Mappings: section(record(id, record(id, value))),
          Transform: fc.oneof(text, value),
          Metadata: value,
        },
        { requiredKeys: ['Resources'] },
      ),
    },
    { weight: 1, arbitrary: value },
  ) as fc.Arbitrary<Json>;

  const frame = fc.oneof(
    hostileString,
    fc.constantFrom(
      'new X (/x/lib/a.ts:3:5)',
      'new X (../../outside/secret.json:1:1)',
      '    at f (lib/a.ts:1:999999999)',
      '(:)',
      'a (file:///etc/passwd:1:1)',
      'new X (.env:1:1)',
      'new X (lib/keys:1:1)',
      'new X (lib/keys.json:1:1)',
      'new X (lib/keys.ts:1:1)',
      'new X (lib/\ud800.ts:1:1)',
      'new X (lib/a\udc00\ud800b.ts:1:1)',
      `new X (lib/${MARKUP}.ts:1:1)`,
      `new X (lib/a\\|${MARKUP}.ts:1:1)`,
      'new X (lib/_www.evil.example/\u202e.ts:1:1)',
    ),
  );
  const entry = fc.record(
    {
      type: fc.oneof(
        fc.constantFrom(
          'aws:cdk:logicalId',
          'aws:cdk:creationStack',
          'aws:cdk:templateFile',
          'aws:cdk:stack-tags',
          'aws:cdk:warning',
          'aws:cdk:error',
          'aws:cdk:asset',
          'aws:cdk:acknowledged-rules',
        ),
        hostileString,
      ),
      data: fc.oneof(
        id,
        fc.array(frame, { maxLength: 3 }),
        record(
          fc.oneof(
            hostileString,
            hostileString.map((glob) => `synthcheck::${glob}`),
          ),
          value,
        ),
        value,
      ),
      trace: fc.oneof(fc.array(frame, { maxLength: 3 }), value),
    },
    { requiredKeys: ['type'] },
  );
  const constructPath = fc.oneof(
    fc.constantFrom('/S/A', '/S/B', '/S', '/T/A', '/S/N.NestedStack/N.NestedStackResource', '/S/N'),
    hostileString,
  );
  const metadata = fc.oneof(
    { weight: 9, arbitrary: record(constructPath, fc.oneof(fc.array(entry as fc.Arbitrary<Json>, { maxLength: 3 }), value), 5) },
    { weight: 1, arbitrary: value },
  );
  const assets = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(
        {
          version: text,
          files: record(
            fc.oneof(id, fc.constant('0'.repeat(64))),
            fc.record(
              {
                source: fc.record({ path: fc.oneof(hostilePath, fc.constant('S.template.json')), packaging: text }),
                destinations: record(id, fc.record({ bucketName: text, objectKey: text, region: text }, { requiredKeys: [] })),
              },
              { requiredKeys: [] },
            ),
          ),
          dockerImages: record(id, value),
        },
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: value },
  ) as fc.Arbitrary<Json>;
  const violation = fc.record(
    {
      ruleName: hostileString,
      description: text,
      severity: fc.constantFrom('error', 'FATAL', 'x'),
      fix: text,
      acknowledgedId: text,
      reason: text,
      violatingConstructs: fc.array(
        fc.record(
          {
            constructPath,
            cloudFormationResource: fc.record(
              {
                templatePath: fc.constantFrom('S.template.json', 'T.template.json'),
                logicalId: id,
                propertyPaths: fc.array(hostileString, { maxLength: 3 }),
              },
              { requiredKeys: [] },
            ),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: [] },
  );
  const validation = fc.oneof(
    {
      weight: 9,
      arbitrary: fc.record(
        {
          version: text,
          pluginReports: fc.array(
            fc.record(
              {
                pluginName: fc.oneof(hostileString, fc.constantFrom('CloudFormation Validate', 'AwsSolutions', 'synthcheck')),
                metadata: value,
                violations: fc.array(violation, { maxLength: 3 }),
                suppressedViolations: fc.array(violation, { maxLength: 2 }),
              },
              { requiredKeys: [] },
            ),
            { maxLength: 3 },
          ),
        },
        { requiredKeys: [] },
      ),
    },
    { weight: 1, arbitrary: value },
  ) as fc.Arbitrary<Json>;

  const stackArtifact = (stack: string): fc.Arbitrary<Json> =>
    fc.record(
      {
        type: fc.oneof({ weight: 20, arbitrary: fc.constant('aws:cloudformation:stack') }, { weight: 1, arbitrary: hostileString }),
        environment: fc.oneof(
          {
            weight: 9,
            arbitrary: fc.constantFrom(
              'aws://482731905566/us-east-1',
              'aws://482731905566/eu-west-1',
              'aws://unknown-account/unknown-region',
            ),
          },
          { weight: 1, arbitrary: hostileString },
        ),
        properties: fc.record(
          {
            templateFile: fc.oneof({ weight: 20, arbitrary: fc.constant(`${stack}.template.json`) }, { weight: 1, arbitrary: hostilePath }),
            stackName: hostileString,
            parameters: record(id, scalar),
            tags: record(id, scalar),
            terminationProtection: scalar,
          },
          { requiredKeys: ['templateFile'] },
        ),
        dependencies: fc.array(fc.oneof(fc.constantFrom('S', 'T', 'U', 'S.assets', 'assembly-X'), hostileString), { maxLength: 3 }),
        additionalMetadataFile: fc.oneof(
          { weight: 9, arbitrary: fc.constant(`${stack}.metadata.json`) },
          { weight: 1, arbitrary: hostilePath },
        ),
        displayName: hostileString,
        metadata,
      },
      { requiredKeys: ['type', 'environment', 'properties'] },
    ) as fc.Arbitrary<Json>;
  const otherArtifact = fc.oneof(
    fc.record({
      type: fc.constant('cdk:cloud-assembly'),
      properties: fc.record({ directoryName: fc.oneof(hostilePath, fc.constant('nested')) }),
    }),
    fc.record({
      type: fc.constant('cdk:asset-manifest'),
      properties: fc.record({ file: fc.oneof(hostilePath, fc.constant('S.assets.json')) }),
    }),
    value,
  );
  const manifest: fc.Arbitrary<Json> = fc
    .tuple(
      fc.record(
        {
          version: fc.oneof(fc.constantFrom('55.0.0', '21.0.0', '1e9.0.0', 'x'), value),
          missing: fc.oneof(fc.array(fc.record({ key: hostileString, provider: text }), { maxLength: 2 }), value),
        },
        { requiredKeys: ['version'] },
      ),
      fc.record(Object.fromEntries(STACKS.map((stack) => [stack, stackArtifact(stack)]))),
      record(fc.oneof(hostileString, fc.constantFrom('S.assets', 'assembly-X')), otherArtifact as fc.Arbitrary<Json>, 3),
    )
    .map(([rest, stacks, others]) => ({ ...(rest as object), artifacts: { ...(stacks as object), ...(others as object) } }) as Json);

  const files: Record<string, fc.Arbitrary<Json>> = {
    'manifest.json': manifest,
    'nested/manifest.json': manifest,
    'S.assets.json': assets,
    'validation-report.json': validation,
    'N.nested.template.json': template,
  };
  for (const stack of STACKS) {
    files[`${stack}.template.json`] = template;
    files[`${stack}.metadata.json`] = metadata;
  }
  const globs = fc.array(hostileString, { maxLength: 3 });
  const config = fc.record(
    {
      deletion: fc.record({ destroyable: globs, retained: globs }, { requiredKeys: [] }),
      external: fc.record({ s3: globs, exports: globs, ssm: globs, stacks: globs, globalClusters: globs }, { requiredKeys: [] }),
      accounts: fc.array(fc.constantFrom('482731905566', 'x'), { maxLength: 2 }),
      failOn: fc.constantFrom('error', 'warning', 'info', 'never', 'x'),
      checks: record(
        fc.oneof(fc.constantFrom('route53/*', '*/*', 'dynamodb/replica-sse-partial'), hostileString),
        fc.constantFrom('off', 'error', 'x'),
      ),
      only: globs,
      skip: globs,
      stacks: globs,
      suppressions: fc.array(
        fc.record(
          {
            id: fc.constantFrom('*', '*/*', 'route53/*', 'x'),
            construct: hostileString,
            stack: hostileString,
            reason: text,
            until: fc.constantFrom('2099-01-01', '2020-01-01', '2020-13-99', 'x'),
          },
          { requiredKeys: ['id', 'reason'] },
        ),
        { maxLength: 2 },
      ),
      baseline: fc.constantFrom('known.json', 'cdk.out/manifest.json', 'missing.json', 'cdk.out', ''),
      lint: fc.record({ mode: fc.constantFrom('never', 'x'), rules: globs }, { requiredKeys: [] }),
      ownChecks: globs,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Json>;
  return {
    value,
    assembly: fc.record(files, { requiredKeys: ['manifest.json', 'S.template.json'] }) as fc.Arbitrary<Readonly<Record<string, Json>>>,
    config: fc.oneof({ weight: 4, arbitrary: config }, { weight: 1, arbitrary: value }),
  };
}
