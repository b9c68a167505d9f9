interface KindFacts {
  readonly type: string;
  readonly scope: 'region' | 'account' | 'global';
  readonly exclusive: boolean;
  readonly strength: 'blocks' | 'breaks' | 'stale';
  /** Of what an application calls `label`. */
  readonly nameOf: (application: string, label: string) => string;
}

const withSlash = (application: string, label: string): string => `${application}/${label}`;
const withDash = (application: string, label: string): string => `${application}-${label}`;

/** Each kind of join, by the columns of the format. */
export const KINDS = {
  export: {
    type: 'AWS::CloudFormation::Stack',
    scope: 'region',
    exclusive: true,
    strength: 'blocks',
    nameOf: (application, label) => `${application}:${label}`,
  },
  output: {
    type: 'AWS::CloudFormation::Stack',
    scope: 'region',
    exclusive: false,
    strength: 'stale',
    nameOf: (application, label) => `${application}-base.${label.replaceAll('-', '')}`,
  },
  parameter: {
    type: 'AWS::SSM::Parameter',
    scope: 'region',
    exclusive: true,
    strength: 'stale',
    nameOf: (application, label) => `/${application}/${label}`,
  },
  secret: { type: 'AWS::SecretsManager::Secret', scope: 'region', exclusive: true, strength: 'stale', nameOf: withSlash },
  repository: { type: 'AWS::ECR::Repository', scope: 'region', exclusive: true, strength: 'breaks', nameOf: withSlash },
  principal: { type: 'AWS::IAM::Role', scope: 'account', exclusive: true, strength: 'breaks', nameOf: withDash },
  name: { type: 'AWS::SQS::Queue', scope: 'region', exclusive: true, strength: 'breaks', nameOf: withDash },
  host: {
    type: 'AWS::Route53::RecordSet',
    scope: 'global',
    exclusive: false,
    strength: 'breaks',
    nameOf: (application, label) => `${label}.${application}.example.com`,
  },
} as const satisfies Readonly<Record<string, KindFacts>>;
export type Kind = keyof typeof KINDS;
export const ALL_KINDS = Object.keys(KINDS) as readonly Kind[];
