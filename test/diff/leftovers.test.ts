import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: Resources, after: Resources) {
  const sketch = (resources: Resources) => ({ stacks: { App: { region: 'us-east-1', resources } } });
  const { deployment } = await diffOf(sketch(before), sketch(after));
  return deployment.problems.map(({ kind, level, message, place }) => `${level} ${kind} ${place?.resource?.logicalId}: ${message}`);
}

const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
const group = {
  Group: { Type: 'AWS::RDS::DBSubnetGroup', Properties: { DBSubnetGroupDescription: 'd', SubnetIds: ['subnet-1', 'subnet-2'] } },
};
const database = (policies: Resources, more: Resources = {}) => ({
  Database: { Type: 'AWS::RDS::DBInstance', ...policies, Properties: { Engine: 'postgres', DBSubnetGroupName: { Ref: 'Group' }, ...more } },
});
const RETAIN = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

describe('what CloudFormation cannot delete', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    [
      'the subnet group of a retained database',
      { ...topic, ...group, ...database(RETAIN) },
      topic,
      [/^careful deletion-held Group: CloudFormation deletes Group .*Database, which stays, .*`Cannot delete the subnet group`/],
    ],
    [
      'the subnet group of a protected database',
      { ...topic, ...group, ...database({ DeletionPolicy: 'Delete' }, { DeletionProtection: true }) },
      topic,
      [/^careful deletion-held Group/],
    ],
    [
      'the security group and parameters of a retained cluster',
      {
        ...topic,
        Guard: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'd' } },
        Settings: {
          Type: 'AWS::RDS::DBClusterParameterGroup',
          Properties: { Family: 'aurora-mysql8.0', Description: 'd', Parameters: {} },
        },
        Cluster: {
          Type: 'AWS::RDS::DBCluster',
          ...RETAIN,
          Properties: {
            Engine: 'aurora-mysql',
            VpcSecurityGroupIds: [{ 'Fn::GetAtt': ['Guard', 'GroupId'] }],
            DBClusterParameterGroupName: { Ref: 'Settings' },
          },
        },
      },
      topic,
      [
        /^careful deletion-held Guard: .*`resource … has a dependent object`/,
        /^careful deletion-held Settings: .*still members of this parameter group/,
      ],
    ],
    ['with a database that is deleted', { ...topic, ...group, ...database({ DeletionPolicy: 'Delete' }) }, topic, []],
    ['with a database that is deleted after a snapshot', { ...topic, ...group, ...database({ DeletionPolicy: 'Snapshot' }) }, topic, []],
    ['that is retained as well', { ...topic, Group: { ...group.Group, ...RETAIN }, ...database(RETAIN) }, topic, []],
    ['that stays', { ...topic, ...group, ...database(RETAIN) }, { ...topic, ...group }, []],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(before, after)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

const work = (more: Resources = {}) => ({
  Work: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { ZipFile: 'exports.handler = () => 1' },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Role: 'arn:aws:iam::482731905566:role/r',
      ...more,
    },
  },
});
const version = (hash: string, name = `WorkCurrentVersion1A2B3C4D${hash.repeat(32)}`) => ({
  [name]: { Type: 'AWS::Lambda::Version', DeletionPolicy: 'Retain', Properties: { FunctionName: { Ref: 'Work' } } },
});

describe('a version of a function', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    [
      'of which only a tag changes',
      { ...work(), ...version('a') },
      { ...work({ Tags: [{ Key: 'a', Value: 'b' }] }), ...version('b') },
      [/^blocked update-refused WorkCurrentVersion.*: It publishes a version of Work, .*`A version for this Lambda function exists/],
    ],
    ['that is the same', { ...work(), ...version('a') }, { ...work(), ...version('b') }, [/^blocked update-refused/]],
    ['that changes', { ...work(), ...version('a') }, { ...work({ MemorySize: 256 }), ...version('b') }, []],
    ['that had none', work(), { ...work(), ...version('b') }, []],
    ['that had one that may be older', { ...work(), ...version('', 'Version1') }, { ...work(), ...version('', 'Version2') }, []],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(before, after)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});
