import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import { mayRole } from '../../src/queries/policies/role-access.js';

/** What the writer calls first. */
const ACTION = 'ssm:ListTagsForResource';

const app = (...regions: readonly string[]) => ({
  Dns: stack('us-east-1', {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      Policies: [
        {
          PolicyName: 'Inline',
          PolicyDocument: policy({
            Effect: 'Allow',
            Action: ['ssm:DeleteParameters', 'ssm:ListTagsForResource', 'ssm:GetParameters', 'ssm:PutParameter'],
            Resource: regions.map((region) => `arn:aws:ssm:${region}:482731905566:parameter/cdk/exports/*`),
          }),
        },
      ],
    }),
    Handler: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: '__entrypoint__.handler',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Code: { ZipFile: '//' },
    }),
    Writer: resource('Custom::CrossRegionExportWriter', {
      ServiceToken: { 'Fn::GetAtt': ['Handler', 'Arn'] },
      WriterProps: { region: 'eu-west-1', exports: { '/cdk/exports/Web/Dnsuseast1ZoneId': 'Z0123456789ABCDEFGHIJ' } },
    }),
  }),
});

export default defineCheck({
  id: 'access/export-writer-not-permitted',
  title: 'Writer of cross-region exports may not write in the region',
  severity: 'error',
  types: ['Custom::CrossRegionExportWriter'],
  docs: {
    why: 'With `crossRegionReferences` the CDK writes a parameter into each region that reads a value, with one role for all of them. Versions before 2.78 gave that role the first region only, and an aspect or a permissions boundary may take others away: "is not authorized to perform: ssm:ListTagsForResource".',
    fix: 'Update `aws-cdk-lib` to 2.78 or later, and synthesize again.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/24464',
      'https://github.com/aws/aws-cdk/issues/25377',
      'https://github.com/aws/aws-cdk/pull/25384',
    ],
    templateFix: 'Allow the role of the handler to use the parameters of the exports in each region that a writer names.',
    bad: app('us-west-2'),
    good: app('us-west-2', 'eu-west-1'),
  },
  *resource(writer) {
    const at = writer.property('WriterProps', 'region');
    const { text: region, resource } = at;
    const { account } = resource;
    const role = writer.property('ServiceToken').target('AWS::Lambda::Function')?.property('Role').target('AWS::IAM::Role');
    const [name] = writer.property('WriterProps', 'exports').entries?.[0] ?? [];
    if (region === undefined || !isRegion(region) || account === undefined || role === undefined || name === undefined) return;
    const to = [`arn:aws:ssm:${region}:${account}:parameter${name}`];
    if (mayRole(role, { action: ACTION, to, owner: undefined, region }).isAllowed !== false) return;
    yield {
      at,
      message: `${writer.displayName} writes exports for ${region}, and the role of its handler does not allow that there: "is not authorized to perform: ${ACTION} on resource: ${to[0]}".`,
      related: [{ at: role, message: 'This is the role.' }],
    };
  },
});
