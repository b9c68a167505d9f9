/** Of the index. Readers ignore columns that they do not know, and take those that are missing as unknown. */
export const SCHEMA_VERSION = 1;

/** `text` and `timestamp` may be null, and mean unknown then; `integer` and `boolean` as well. Timestamps are in milliseconds, UTC. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'timestamp';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly what: string;
}

const text = <N extends string>(name: N, what: string) => ({ name, type: 'text', what }) as const;
const integer = <N extends string>(name: N, what: string) => ({ name, type: 'integer', what }) as const;
const boolean = <N extends string>(name: N, what: string) => ({ name, type: 'boolean', what }) as const;
const timestamp = <N extends string>(name: N, what: string) => ({ name, type: 'timestamp', what }) as const;

const ORIGIN = [
  text('application', 'Name of the application'),
  text('commit', 'Commit that was synthesized'),
  text('stack', "Path of the stack's construct, as the CDK's command line calls it; of a nested stack with its logical ID in the parent"),
];
const environment = (where: string) => [
  text('stack_name', "CloudFormation's name of the stack"),
  text('account', `Account ${where}; null when synthesis leaves it open`),
  text('region', `Region ${where}; null when synthesis leaves it open`),
];
const KEY = [
  text(
    'kind',
    '`export`, `output` (of a stack), `parameter` (of Parameter Store), `secret`, `repository` (of ECR), `principal` (role or user), `name` (any other physical name), `arn`, `host`, `identity`',
  ),
  text(
    'type',
    'CloudFormation type that shares the name: `AWS::SQS::Queue`; for types with common names the first of them (clusters of Aurora, DocumentDB and Neptune: `AWS::RDS::DBCluster`). `AWS::CloudFormation::Stack` for exports and outputs, `AWS::Route53::RecordSet` for hosts, and for identities what can be there once (`record`). Never null',
  ),
  text(
    'name',
    'The export, `Stack.Output`, parameter, physical name, ARN, host in lower case without a final dot, or the values that make an identity; a hash with `--redact`',
  ),
];
const SOURCE = [
  text('construct', 'Path of the construct, where the assembly has one'),
  text('file', 'Source file that creates it, from the root of the project'),
  integer('line', 'Line in it'),
];
const FINGERPRINT = text('fingerprint', 'The same for the same thing over moved lines and repeated synthesis');

/** The tables of an index, each a file `<table>.parquet`, in the order of the files. */
export const TABLES = {
  stacks: [
    ...ORIGIN,
    ...environment('that it is deployed to'),
    timestamp('synthesized_at', 'When it was synthesized, when somebody says so'),
    text('repository', 'Address of the repository'),
    text('owner', 'Who to ask'),
    integer('schema_version', 'Version of this format'),
    text('artifact', 'Folder of the cloud assembly, as it was named'),
    text('nested_in', 'The stack that it is nested in'),
    integer('resources', 'Number of its resources'),
  ],
  definitions: [
    ...ORIGIN,
    ...environment('of what is defined'),
    ...KEY,
    text('scope', 'Where the name is unique: `region` (of an account), `account`, or `global`'),
    boolean('exclusive', 'Whether a second definition of this key is rejected, or replaces the first one'),
    text('resource_type', 'CloudFormation type of the resource that defines it'),
    text('logical_id', 'Logical ID of the resource or output'),
    ...SOURCE,
    boolean('stateful', 'Whether deleting the resource deletes data'),
    text(
      'value_hash',
      'Hash of what an export, output or parameter is made from: another hash means that its value changes. Null for values that are written out, which could be guessed from a hash, unless there is a salt',
    ),
    FINGERPRINT,
  ],
  references: [
    ...ORIGIN,
    ...environment('of the stack that refers to it'),
    ...KEY,
    text('target_account', 'Account in which the name is looked up; null when it is not known, which any account may match'),
    text('target_region', 'Region in which it is looked up; null when it is not known or the name has no region'),
    text('resource_type', 'CloudFormation type of the resource that refers to it'),
    text('logical_id', 'Logical ID of the resource, parameter or output that refers to it'),
    text('property', 'Path of the property'),
    ...SOURCE,
    text(
      'strength',
      '`blocks`: CloudFormation rejects the removal and the change of the value; `stale`: the old value is kept until the next deployment, which fails after a removal; `breaks`: it is looked up whenever it is used',
    ),
    boolean(
      'certain',
      'Whether it is deployed whatever conditions turn out to be, and names nothing else; false where it is inferred from a name',
    ),
    FINGERPRINT,
  ],
  findings: [
    ...ORIGIN,
    text('check_id', 'Id of the check'),
    text('severity', '`error`, `warning` or `info`'),
    text('resource_type', 'CloudFormation type of the resource'),
    text('logical_id', 'Logical ID of the resource'),
    ...SOURCE,
    FINGERPRINT,
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type TableName = keyof typeof TABLES;

interface Values {
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly timestamp: number;
}

/** A row of a table; null where a value is not known. */
export type Row<T extends TableName> = {
  readonly [C in (typeof TABLES)[T][number] as C['name']]: Values[C['type']] | null;
};

/** The rows of an index. */
export type Tables = { readonly [T in TableName]: readonly Row<T>[] };
