import { expect, it } from 'vitest';
import check from '../../../checks/reference/token-unresolved.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const setting = (value: Json): Example => ({
  Data: { region: 'eu-west-1', resources: { Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: value } } } },
});
const resource = (type: string, properties: { readonly [name: string]: Json }): Example => ({
  Data: { region: 'eu-west-1', resources: { It: { Type: type, Properties: properties } } },
});

it('reports a token in a name, which the service rejects', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'reference/token-unresolved',
      severity: 'error',
      stack: 'Data',
      logicalId: 'Logs',
      propertyPath: 'BucketName',
      message:
        'BucketName holds ${token[token.12]}, a token of the CDK that was changed before synthesis could replace it. The deployment fails.',
    },
  ]);
});

it.each<[string, Json, string]>([
  ['a token in lower case', 'https://${token[token.744]}/', 'Value holds ${token[token.744]}, a token'],
  ['a token in upper case', '${TOKEN[AWS.REGION.4]}', 'Value holds ${TOKEN[AWS.REGION.4]}, a token'],
  ['a token as it was', 'x-${Token[TOKEN.12]}', 'Value holds ${Token[TOKEN.12]}, a token'],
  ['a token that was cut', 'x-${Token[TOK', 'Value holds ${Token[TOK, a token'],
  ['a token without its signs', 'MyTokenTOKEN1234DataSource', 'Value holds TokenTOKEN1234, a token'],
  ['a list token', { 'Fn::Join': [',', ['#{Token[TOKEN.9]}']] }, 'Value holds #{Token[TOKEN.9]}, a token'],
  ['a number token as text', '-1.8881545897087673e+289', 'Value holds -1.8881545897087673e+289, a token'],
  ['a number token', -1.8881545897087673e289, 'Value holds -1.8881545897087'],
  ['an object', 'id=[object Object]', 'Value holds "[object Object]": an object or a token was used'],
  ['a promise', '[object Promise]', 'Value holds "[object Promise]"'],
  [
    'a missing part of a name',
    'logs-undefined-eu',
    'Value holds "undefined": a value was missing when the string was built. It is deployed as this text.',
  ],
  ['a missing account of an ARN', { 'Fn::Sub': 'arn:${AWS::Partition}:sns:eu-west-1:undefined:alerts' }, 'Value holds "undefined"'],
  ['an account that is null', 'arn:aws:sns:eu-west-1:null:alerts', 'Value holds "null"'],
  [
    'a pseudo parameter outside of Fn::Sub',
    'https://sqs.${AWS::Region}.amazonaws.com/q',
    'Value holds ${AWS::Region} outside of Fn::Sub, where CloudFormation does not replace it. It is deployed as this text.',
  ],
  [
    'a pseudo parameter in a part of a text',
    { 'Fn::Join': ['/', ['x-${AWS::AccountId}', { Ref: 'AWS::Region' }]] },
    'holds ${AWS::AccountId}',
  ],
  ['a pseudo parameter in a variable of Fn::Sub', { 'Fn::Sub': ['${A}', { A: 'x-${AWS::Region}' }] }, 'holds ${AWS::Region}'],
  ['a tag of YAML', '!GetAtt Queue.Arn', 'Value holds "!GetAtt Queue.Arn" as a text'],
  ['a function as JSON', '{"Ref":"Queue"}', 'Value holds "{"Ref":"Queue"}" as a text'],
  [
    'a dynamic reference of no service',
    '{{resolve:secretmanager:x:SecretString:y}}',
    'holds "{{resolve:secretmanager", which is no dynamic reference',
  ],
  [
    'an ARN of IAM with a colon too few',
    'arn:aws:iam:482731905566:role/x',
    'Value holds "arn:aws:iam:482731905566:role/x", an ARN with one part',
  ],
  ['a host', 'https://undefined.example.com/', 'Value holds "undefined"'],
])('reports %s', (_, value, message) => {
  expect(findingsIn(setting(value), check)).toMatchObject([
    { severity: 'warning', logicalId: 'Setting', message: expect.stringContaining(message) },
  ]);
});

it.each<[string, Json]>([
  ['an ARN', { AWS: 'arn:aws:iam::undefined:root' }],
  ['a list', { AWS: ['arn:aws:iam::NaN:root'] }],
  ['an account', { AWS: 'null' }],
])('reports a principal as an error: %s', (_, Principal) => {
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }] };
  expect(findingsIn(resource('AWS::IAM::Role', { AssumeRolePolicyDocument: trust }), check)).toMatchObject([
    { severity: 'error', logicalId: 'It' },
  ]);
});

it.each<[string, string, { readonly [name: string]: Json }, string]>([
  ['zones', 'AWS::EC2::Subnet', { AvailabilityZone: 'dummy1a' }, '`stack.availabilityZones`'],
  ['a zone of Route 53', 'AWS::Route53::RecordSet', { HostedZoneId: 'DUMMY' }, '`HostedZone.fromLookup`'],
  [
    'a zone of a certificate',
    'AWS::CertificateManager::Certificate',
    { DomainValidationOptions: [{ DomainName: 'contoso.dev', HostedZoneId: 'DUMMY' }] },
    '`HostedZone.fromLookup`',
  ],
  ['a VPC', 'AWS::EC2::SecurityGroup', { VpcId: 'vpc-12345' }, '`Vpc.fromLookup`'],
  ['subnets', 'AWS::Lambda::Function', { VpcConfig: { SubnetIds: ['p-12345'] } }, '`Vpc.fromLookup`'],
  ['an image', 'AWS::EC2::Instance', { ImageId: 'ami-1234' }, '`MachineImage.lookup`'],
])('reports the dummy value of a lookup: %s', (_, type, properties, lookup) => {
  expect(findingsIn(resource(type, properties), check)).toMatchObject([
    { severity: 'error', logicalId: 'It', message: expect.stringContaining(`the dummy value of ${lookup}: the lookup was not done.`) },
  ]);
});

it.each([
  ['a parameter in a longer text', 'arn:aws:s3:::dummy-value-for-/data/bucket/*', '"dummy-value-for-/data/bucket/"'],
  ['a key', 'arn:aws:kms:eu-west-1:482731905566:key/1234abcd-12ab-34cd-56ef-1234567890ab', '"1234abcd-12ab-34cd-56ef-1234567890ab"'],
])('reports the dummy value that is deployed as a text: %s', (_, value, left) => {
  expect(findingsIn(setting(value), check)).toMatchObject([{ severity: 'warning', message: expect.stringContaining(left) }]);
});

it('knows no dummy value in the id of another resource, which is an example of the documentation', () => {
  const connection = 'arn:aws:codeconnections:us-east-1:482731905566:connection/1234abcd-12ab-34cd-56ef-1234567890ab';
  expect(findingsIn(setting(connection), check)).toEqual([]);
});

it('reports an ARN of IAM with a colon too few where an ARN must stand', () => {
  const role = (Role: Json) => resource('AWS::Lambda::Function', { Role });
  expect(findingsIn(role({ 'Fn::Sub': 'arn:aws:iam:${AWS::AccountId}:role/run' }), check)).toMatchObject([
    { severity: 'error', propertyPath: expect.stringContaining('Role'), message: expect.stringContaining('The deployment fails.') },
  ]);
  expect(findingsIn(role('arn:aws:iam::482731905566:role/run'), check)).toEqual([]);
});

it('leaves dummy values to the lookups that the manifest names', () => {
  const subnet = { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: 'dummy1a' } };
  const missingContext = ['availability-zones:account=482731905566:region=eu-west-1'];
  expect(findingsIn({ Data: { region: 'eu-west-1', resources: { It: subnet }, missingContext } }, check)).toEqual([]);
});

it('reports a pseudo parameter in a policy as an error', () => {
  const Statement = [{ Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders' }];
  const policy = resource('AWS::IAM::Policy', { PolicyName: 'use', Roles: ['run'], PolicyDocument: { Statement } });
  expect(findingsIn(policy, check)).toMatchObject([{ severity: 'error', propertyPath: 'PolicyDocument.Statement.0.Resource' }]);
});

it('reports one token once, where it makes the deployment fail', () => {
  const token = '${token[token.12]}';
  const example: Example = {
    Data: {
      region: 'eu-west-1',
      resources: {
        Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: token } },
        Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: token } },
      },
      outputs: { Name: { Value: token } },
      parameters: { Stage: { Type: 'String', Default: token } },
      mappings: { Names: { a: { b: token } } },
    },
  };
  expect(findingsIn(example, check)).toMatchObject([
    {
      severity: 'error',
      logicalId: 'Logs',
      related: [
        { logicalId: 'Setting', message: '${token[token.12]} is here, too.' },
        { propertyPath: 'Outputs.Name.Value' },
        { propertyPath: 'Parameters.Stage.Default' },
        { propertyPath: 'Mappings.Names.a.b' },
      ],
    },
  ]);
});

it.each<[string, Example]>([
  ['a sentence', setting('the value is undefined here')],
  ['a word that holds it', setting('undefinedBehaviour/myundefined')],
  ['null alone', setting('null')],
  ['an empty field', setting('arn:aws:s3:::bucket/null')],
  ['a substitution of CloudFormation', setting({ 'Fn::Sub': '${AWS::Region}' })],
  ['a substitution with variables', setting({ 'Fn::Sub': ['${AWS::Region}-${A}', { A: 'x' }] })],
  ['a variable of a policy', setting('home/${aws:username}')],
  ['a template in a template', resource('AWS::CloudFormation::StackSet', { TemplateBody: '{"a":"${AWS::Region}"}' })],
  ['a sentence about a pseudo parameter', setting('write ${AWS::Region} here')],
  ['dynamic references', setting('{{resolve:ssm:/a}}{{resolve:ssm-secure:/a}}{{resolve:secretsmanager:a}}')],
  ['code', resource('AWS::Lambda::Function', { Code: { ZipFile: 'if(x===undefined)y="[object Object]"' } })],
  ['a function at the edge', resource('AWS::CloudFront::Function', { FunctionCode: 'typeof(x)==undefined' })],
  ['user data', resource('AWS::EC2::Instance', { UserData: { 'Fn::Base64': '[object Object]' } })],
  ['a text that is a dummy elsewhere', resource('AWS::EC2::SecurityGroup', { GroupName: 'DUMMY', GroupDescription: 'vpc-12345' })],
  ['a program with several lines', setting('print("[object Object]")\n')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('reports a token in a tag of the stack, where nothing replaces it', () => {
  const app = (team: string): Example => ({
    Data: { region: 'eu-west-1', resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } }, tags: { team } },
  });
  expect(findingsIn(app('${Token[TOKEN.191]}'), check)).toMatchObject([
    {
      severity: 'warning',
      stack: 'Data',
      message: expect.stringContaining('The tag team of the stack holds ${Token[TOKEN.191]}, a token'),
    },
  ]);
  expect(findingsIn(app('platform'), check)).toEqual([]);
});

it('reports a dynamic reference to a parameter by its ARN', () => {
  const found = findingsIn(setting('{{resolve:ssm:arn:aws:ssm:eu-west-1:604211987345:parameter/dns/servers}}'), check);
  expect(found).toMatchObject([
    { severity: 'warning', propertyPath: 'Value', message: expect.stringContaining('dynamic references take the name of a parameter') },
  ]);
  expect(findingsIn(setting('{{resolve:ssm:/dns/servers}}'), check)).toEqual([]);
});
