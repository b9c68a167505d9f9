import { expect, it } from 'vitest';
import check from '../../../checks/region/service-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const arn = (service: string, region: string, name: string) => `arn:aws:${service}:${region}:482731905566:${name}`;
const one = (type: string, properties: object): Example => ({
  S: {
    region: 'eu-west-1',
    resources: {
      R: { Type: type, Properties: { ...properties } },
      Cert: { Type: 'AWS::CertificateManager::Certificate', Properties: { DomainName: 'shop.acme.io' } },
      Custom: { Type: 'Custom::Certificate', Properties: { Region: 'us-east-1' } },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/service-region",
        "logicalId": "Acl",
        "message": "A WAF resource for CloudFront must be created in us-east-1, this stack is in eu-west-1: "The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT".",
        "propertyPath": "Scope",
        "severity": "error",
        "stack": "Web",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'a certificate of CloudFront',
    one('AWS::CloudFront::Distribution', { DistributionConfig: { ViewerCertificate: { AcmCertificateArn: { Ref: 'Cert' } } } }),
    'error S.R DistributionConfig.ViewerCertificate.AcmCertificateArn',
  ],
  [
    'an edge function',
    one('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: {
          LambdaFunctionAssociations: [{ LambdaFunctionARN: 'arn:aws:lambda:eu-west-1:482731905566:function:edge:1' }],
        },
      },
    }),
    'error S.R DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.0.LambdaFunctionARN',
  ],
  [
    'a certificate of a regional domain',
    one('AWS::ApiGateway::DomainName', { RegionalCertificateArn: arn('acm', 'us-east-1', 'certificate/1') }),
    'error S.R RegionalCertificateArn',
  ],
  [
    'a certificate of a listener',
    one('AWS::ElasticLoadBalancingV2::Listener', { Certificates: [{ CertificateArn: arn('acm', 'us-east-1', 'certificate/1') }] }),
    'error S.R Certificates.0.CertificateArn',
  ],
  [
    'an action of an alarm, through an output',
    {
      Edge: {
        region: 'us-east-1',
        resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } },
        outputs: { Arn: { Value: { Ref: 'Topic' } } },
      },
      ...one('AWS::CloudWatch::Alarm', {
        AlarmActions: [{ 'Fn::GetStackOutput': { StackName: 'Edge', OutputName: 'Arn', Region: 'us-east-1' } }],
      }),
    },
    'error S.R AlarmActions.0',
  ],
  ['an availability zone', one('AWS::EC2::Subnet', { AvailabilityZone: 'us-east-1a' }), 'error S.R AvailabilityZone'],
  ['a rule on a bus', one('AWS::Events::Rule', { EventBusName: arn('events', 'us-east-1', 'event-bus/orders') }), 'error S.R EventBusName'],
  [
    'a target of a rule',
    one('AWS::Events::Rule', { Targets: [{ Id: 'T', Arn: arn('sqs', 'us-east-1', 'orders') }] }),
    'error S.R Targets.0.Arn',
  ],
  [
    'a dead-letter queue of a rule',
    one('AWS::Events::Rule', {
      Targets: [{ Id: 'T', Arn: arn('sqs', 'eu-west-1', 'orders'), DeadLetterConfig: { Arn: arn('sqs', 'us-east-1', 'failed') } }],
    }),
    'error S.R Targets.0.DeadLetterConfig.Arn',
  ],
  [
    'a destination of logs',
    one('AWS::Logs::SubscriptionFilter', { DestinationArn: arn('logs', 'us-east-1', 'destination:central') }),
    'error S.R DestinationArn',
  ],
  [
    'a dead-letter queue',
    one('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'us-east-1', 'dead') } }),
    'error S.R RedrivePolicy.deadLetterTargetArn',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  [
    'a certificate in us-east-1',
    one('AWS::CloudFront::Distribution', {
      DistributionConfig: { ViewerCertificate: { AcmCertificateArn: arn('acm', 'us-east-1', 'certificate/1') } },
    }),
  ],
  [
    'a certificate that a custom resource makes elsewhere',
    one('AWS::CloudFront::Distribution', {
      DistributionConfig: { ViewerCertificate: { AcmCertificateArn: { 'Fn::GetAtt': ['Custom', 'Arn'] } } },
    }),
  ],
  ['a web ACL for the region', one('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' })],
  [
    'a server certificate of IAM',
    one('AWS::ElasticLoadBalancingV2::Listener', { Certificates: [{ CertificateArn: 'arn:aws:iam::482731905566:server-certificate/x' }] }),
  ],
  [
    'an incident, which has no region',
    one('AWS::CloudWatch::Alarm', { AlarmActions: ['arn:aws:ssm-incidents::482731905566:response-plan/x'] }),
  ],
  [
    'zones that are not known or local',
    one('AWS::AutoScaling::AutoScalingGroup', {
      AvailabilityZones: [{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, 'eu-west-1-lon-1a', 'dummy1a', 'use1-az1'],
    }),
  ],
  [
    'a region that is not known',
    {
      S: {
        resources: {
          R: { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'CLOUDFRONT' } },
          Z: { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: 'us-east-1a' } },
        },
      },
    },
  ],
  [
    'another partition',
    {
      S: {
        region: 'cn-north-1',
        resources: {
          R: {
            Type: 'AWS::CloudFront::Distribution',
            Properties: {
              DistributionConfig: { ViewerCertificate: { AcmCertificateArn: 'arn:aws-cn:acm:cn-north-1:482731905566:certificate/1' } },
            },
          },
        },
      },
    },
  ],
  [
    'an event bus of another region as a target',
    one('AWS::Events::Rule', { Targets: [{ Id: 'T', Arn: arn('events', 'us-east-1', 'event-bus/orders') }] }),
  ],
  ['a bus by its name', one('AWS::Events::Rule', { EventBusName: 'orders' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('reports the zones of another region once in a stack', () => {
  const subnets = Object.fromEntries(
    ['a', 'b', 'c'].map((letter) => [
      letter.toUpperCase(),
      { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: `us-east-1${letter}` } },
    ]),
  );
  expect(findingsIn({ S: { region: 'eu-west-1', resources: subnets } }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'region/service-region',
      stack: 'S',
      logicalId: 'A',
      propertyPath: 'AvailabilityZone',
      message: 'The availability zone us-east-1a (and 2 more in this stack) is not in eu-west-1, the region of the stack.',
      related: [
        { stack: 'S', logicalId: 'B', propertyPath: 'AvailabilityZone', message: 'us-east-1b is not in eu-west-1.' },
        { stack: 'S', logicalId: 'C', propertyPath: 'AvailabilityZone', message: 'us-east-1c is not in eu-west-1.' },
      ],
    },
  ]);
});

it.each<[string, readonly string[]]>([
  ['test-region-1b', ['The availability zone test-region-1b is not in eu-west-1, the region of the stack.']],
  ['us-west-2-lax-1a', ['The availability zone us-west-2-lax-1a is not in eu-west-1, the region of the stack.']],
  ['eu-west-1-lon-1a', []],
  ['eu-west-1a', []],
])('compares the zone %s with the region of the stack', (AvailabilityZone, expected) => {
  const found = findingsIn(one('AWS::EC2::Subnet', { AvailabilityZone }), check);
  expect(found.map(({ message }) => message)).toEqual(expected);
});

it.each<[string, string, readonly string[]]>([
  [
    'arn:aws:lambda:us-gov-west-1:482731905566:layer:tools:1',
    'us-gov-west-1',
    ['error Layers.0 This ARN is of the partition aws, and us-gov-west-1 is in aws-us-gov: nothing there has this ARN.'],
  ],
  ['arn:aws-us-gov:lambda:us-gov-west-1:482731905566:layer:tools:1', 'us-gov-west-1', []],
  ['arn:aws:lambda:us-east-1:482731905566:layer:tools:1', 'us-east-1', []],
])('compares the partition of %s with that of %s', (layer, region, expected) => {
  const resources = { F: { Type: 'AWS::Lambda::Function', Properties: { Layers: [layer] } } };
  const found = findingsIn({ S: { region, resources } }, check);
  expect(found.map(({ severity, propertyPath, message }) => `${severity} ${propertyPath} ${message}`)).toEqual(expected);
});

it.each([
  ['AWS::ApiGateway::Authorizer', { AuthorizerUri: 'URI' }, 'AuthorizerUri'],
  ['AWS::ApiGateway::Method', { Integration: { Uri: 'URI' } }, 'Integration.Uri'],
  ['AWS::ApiGatewayV2::Authorizer', { AuthorizerUri: 'URI' }, 'AuthorizerUri'],
  ['AWS::ApiGatewayV2::Integration', { IntegrationUri: 'URI' }, 'IntegrationUri'],
])('reports an address of another partition: %s', (Type, properties, propertyPath) => {
  const app = (partition: string) => ({
    App: {
      region: 'us-gov-west-1',
      resources: {
        It: {
          Type,
          Properties: JSON.parse(JSON.stringify(properties).replace('URI', `arn:${partition}:apigateway:us-gov-west-1:states:action/x`)),
        },
      },
    },
  });
  expect(findingsIn(app('aws'), check)).toMatchObject([{ severity: 'error', logicalId: 'It', propertyPath }]);
  expect(findingsIn(app('aws-us-gov'), check)).toEqual([]);
});

it('reports the function of another region in an address', () => {
  const app = (region: string): Example => ({
    App: {
      region: 'us-east-1',
      resources: {
        It: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            Integration: {
              Uri: {
                'Fn::Join': [
                  '',
                  [
                    'arn:aws:apigateway:',
                    { Ref: 'AWS::Region' },
                    `:lambda:path/2015-03-31/functions/arn:aws:lambda:${region}:482731905566:function:tenant/invocations`,
                  ],
                ],
              },
            },
          },
        },
      },
    },
  });
  expect(findingsIn(app('us-west-2'), check)).toMatchObject([
    {
      severity: 'error',
      propertyPath: 'Integration.Uri',
      message: expect.stringContaining("Functions from 'us-west-2' are not reachable"),
    },
  ]);
  expect(findingsIn(app('us-east-1'), check)).toEqual([]);
});

it.each([
  ['the region that it names', { Region: 'eu-west-1' }, ['eu-west-1']],
  ['the region of the stack', {}, ['eu-central-1']],
  ['us-east-1', { Region: 'us-east-1' }, []],
  ['a region that is not known', { Region: { Ref: 'Region' } }, []],
])('reads where DnsValidatedCertificate requests a certificate: %s', (_, more, regions) => {
  const app = {
    Web: {
      region: 'eu-central-1',
      resources: {
        Certificate: {
          Type: 'AWS::CloudFormation::CustomResource',
          Properties: {
            ServiceToken: 'arn:aws:lambda:eu-central-1:482731905566:function:certificates',
            DomainName: 'www.acme-bank.io',
            HostedZoneId: 'Z0123456789ABCDEFGHIJ',
            ...more,
          },
        },
        Site: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: { DistributionConfig: { ViewerCertificate: { AcmCertificateArn: { 'Fn::GetAtt': ['Certificate', 'Arn'] } } } },
        },
      },
    },
  };
  expect(findingsIn(app, check).map(({ message }) => /in (\S+) and/.exec(message)?.[1])).toEqual(regions);
});
