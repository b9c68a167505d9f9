import { describe, expect, it } from 'vitest';
import { display } from '../../src/graph/model/value.js';
import type { StackSketch } from '../support/assembly-builder.js';
import { graphOf, linksIn, stackLinksIn, unresolvedIn } from './links-in.js';

const TOKEN = 'arn:aws:lambda:us-east-1:482731905566:function:sdk';
const parameter = (Name: string, Value: unknown) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name, Type: 'String', Value } });
const call = (service: string, action: string, parameters: object, more: object = {}) =>
  JSON.stringify({ service, action, parameters, physicalResourceId: { id: 'x' }, ...more });
const custom = (properties: object, Type = 'Custom::AWS') => ({ Type, Properties: { ServiceToken: TOKEN, ...properties } });
const producer: StackSketch = {
  region: 'us-west-2',
  resources: { Bucket: { Type: 'AWS::S3::Bucket' }, Name: parameter('/dr/bucket', { 'Fn::GetAtt': ['Bucket', 'Arn'] }) },
  outputs: { Arn: { Value: { 'Fn::GetAtt': ['Bucket', 'Arn'] } } },
};
const consumer = (Read: unknown, attribute: string): StackSketch => ({
  region: 'us-east-1',
  resources: { Read, Reader: { Type: 'X::Y::Z', Properties: { Value: { 'Fn::GetAtt': ['Read', attribute] } } } },
});

/** What the reader gets through the custom resource. */
function valueRead(read: unknown, attribute: string, others: Readonly<Record<string, StackSketch>> = { Dr: producer }): string {
  const graph = graphOf({ stacks: { ...others, App: consumer(read, attribute) } });
  const value = graph.resourcesOfType('X::Y::Z')[0]?.property('Value').value;
  return value === undefined ? 'no reader' : display(value);
}

const getParameter = (Name: string, more: object = { region: 'us-west-2' }) =>
  custom({ Create: call('SSM', 'getParameter', { Name }, more) });
const ARN = '${Bucket.Arn}';

describe('values that custom resources read', () => {
  it.each<[string, unknown, string, string]>([
    ['AwsCustomResource', getParameter('/dr/bucket'), 'Parameter.Value', ARN],
    [
      'its call of the third SDK',
      custom({ Create: call('@aws-sdk/client-ssm', 'GetParameterCommand', { Name: '/dr/bucket' }, { region: 'us-west-2' }) }),
      'Parameter.Value',
      ARN,
    ],
    [
      'its call at updates alone',
      custom({ Update: call('SSM', 'getParameter', { Name: '/dr/bucket' }, { region: 'us-west-2' }) }),
      'Parameter.Value',
      ARN,
    ],
    ['the ARN of a parameter', getParameter('arn:aws:ssm:us-west-2:482731905566:parameter/dr/bucket'), 'Parameter.Value', ARN],
    [
      'several parameters with one name',
      custom({ Create: call('SSM', 'getParameters', { Names: ['/dr/bucket'] }, { region: 'us-west-2' }) }),
      'Parameters.0.Value',
      ARN,
    ],
    [
      'another type of resource',
      custom({ Create: call('SSM', 'getParameter', { Name: '/dr/bucket' }, { region: 'us-west-2' }) }, 'Custom::Lookup'),
      'Parameter.Value',
      ARN,
    ],
    [
      'a text that is put together',
      custom({
        Create: {
          'Fn::Join': [
            '',
            [
              '{"service":"SSM","action":"getParameter","region":"us-west-2","parameters":{"Name":"/',
              'dr',
              '/bucket","Retry":',
              { Ref: 'AWS::StackId' },
              '}}',
            ],
          ],
        },
      }),
      'Parameter.Value',
      ARN,
    ],
    [
      'an object',
      custom({ Create: { service: 'SSM', action: 'getParameter', region: 'us-west-2', parameters: { Name: '/dr/bucket' } } }),
      'Parameter.Value',
      ARN,
    ],
    [
      'a function at the edge',
      custom({ Region: 'us-west-2', ParameterName: '/dr/bucket' }, 'Custom::CrossRegionStringParameterReader'),
      'FunctionArn',
      ARN,
    ],
    [
      'a type of the app that is given region and parameter',
      custom({ region: 'us-west-2', parameterName: '/dr/bucket' }, 'Custom::SsmReader'),
      'Value',
      ARN,
    ],
    ['outputs of a stack', custom({ regionName: 'us-west-2', stackName: 'Dr' }, 'Custom::RemoteOutputs'), 'Arn', ARN],
    ['parameters by their path', custom({ regionName: 'us-west-2', parameterPath: '/dr' }, 'Custom::RemoteParameters'), '/dr/bucket', ARN],
    ['the region of the stack', getParameter('/dr/bucket', {}), 'Parameter.Value', '${Read.Parameter.Value}'],
    [
      'another account',
      getParameter('/dr/bucket', { region: 'us-west-2', assumedRoleArn: 'arn:aws:iam::604211987345:role/x' }),
      'Parameter.Value',
      '${Read.Parameter.Value}',
    ],
    ['another attribute', getParameter('/dr/bucket'), 'Parameter.Version', '${Read.Parameter.Version}'],
    [
      'another action',
      custom({ Create: call('SSM', 'deleteParameter', { Name: '/dr/bucket' }, { region: 'us-west-2' }) }),
      'Parameter.Value',
      '${Read.Parameter.Value}',
    ],
    ['text that is no JSON', custom({ Create: '{"service":"SSM"' }), 'Parameter.Value', '${Read.Parameter.Value}'],
  ])('%s', (_, read, attribute, value) => {
    expect(valueRead(read, attribute)).toBe(value);
  });

  it('reads what another custom resource writes in a region', () => {
    const write = custom({
      Create: call('SSM', 'putParameter', { Name: '/edge/name', Value: 'shop', Type: 'String' }, { region: 'us-east-1' }),
    });
    expect(valueRead(getParameter('/edge/name', {}), 'Parameter.Value', { Dr: { region: 'us-west-2', resources: { Write: write } } })).toBe(
      'shop',
    );
  });

  it('ends where values need each other', () => {
    const loop = { region: 'us-east-1', resources: { Own: parameter('/loop', { 'Fn::GetAtt': ['Read', 'Parameter.Value'] }) } };
    const graph = graphOf({ stacks: { App: { ...loop, resources: { ...loop.resources, Read: getParameter('/loop', {}) } } } });
    expect(display(graph.resourcesOfType('AWS::SSM::Parameter')[0]?.property('Value').value ?? { kind: 'absent' })).toBe(
      '${App.Own Value}',
    );
  });
});

describe('links that custom resources make', () => {
  it('leads from the call to the parameter, and from the reader to what the value is', () => {
    const graph = graphOf({ stacks: { Dr: producer, App: consumer(getParameter('/dr/bucket'), 'Parameter.Value') } });
    expect(linksIn(graph).filter((line) => line.startsWith('App.'))).toEqual([
      'App.Read Properties.Create -> Dr.Name (custom-resource)',
      'App.Reader Properties.Value -> Dr.Bucket.Arn (custom-resource: custom-resource > ssm)',
      'App.Reader Properties.Value -> App.Read.Parameter.Value (get-att)',
    ]);
    expect(stackLinksIn(graph)).toEqual(['App.Read -> Dr (custom-resource /dr/bucket)', 'App.Reader -> Dr (custom-resource /dr/bucket)']);
    expect(unresolvedIn(graph)).toEqual([]);
  });

  it('lists what nothing reads through, and parameters of others', () => {
    const graph = graphOf({ stacks: { App: consumer(getParameter('/other/name', {}), 'Parameter.Value') } });
    expect(unresolvedIn(graph)).toEqual([
      'App.Read Properties.Create: external custom-resource /other/name',
      'App.Reader Properties.Value: unknown get-att Read.Parameter.Value',
    ]);
  });

  it('leaves out a call that may fail', () => {
    const read = getParameter('/dr/bucket', { region: 'us-west-2', ignoreErrorCodesMatching: 'ParameterNotFound' });
    expect(stackLinksIn(graphOf({ stacks: { Dr: producer, App: consumer(read, 'Parameter.Value') } }))).toEqual([]);
  });

  it('needs the stack whose outputs are described', () => {
    const read = custom({ Create: call('CloudFormation', 'describeStacks', { StackName: 'Dr' }, { region: 'us-west-2' }) });
    expect(stackLinksIn(graphOf({ stacks: { Dr: producer, App: consumer(read, 'Stacks.0.Outputs.0.OutputValue') } }))).toEqual([
      'App.Read -> Dr (custom-resource Dr)',
    ]);
  });

  it('finds resources that calls and state machines name in their JSON', () => {
    const topic = 'arn:aws:sns:us-west-2:482731905566:alerts';
    const graph = graphOf({
      stacks: {
        Dr: { region: 'us-west-2', resources: { Alerts: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } } } },
        App: {
          region: 'us-west-2',
          resources: {
            Call: custom({ Create: call('SNS', 'publish', { TopicArn: topic }) }),
            Flow: {
              Type: 'AWS::StepFunctions::StateMachine',
              Properties: { DefinitionString: JSON.stringify({ States: { Tell: { Parameters: { TopicArn: topic } } } }) },
            },
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'App.Call Properties.Create -> Dr.Alerts (arn)',
      'App.Flow Properties.DefinitionString -> Dr.Alerts (arn)',
    ]);
  });

  it('follows the default of a parameter, which may be overridden', () => {
    const graph = graphOf({
      stacks: {
        Dr: { region: 'us-west-2', resources: { Alerts: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alerts' } } } },
        App: {
          region: 'us-west-2',
          parameters: {
            Topic: { Type: 'String', Default: 'arn:aws:sns:us-west-2:482731905566:alerts' },
            Stage: { Type: 'String', Default: 'prod' },
          },
          resources: { Reader: { Type: 'X::Y::Z', Properties: { Topic: { Ref: 'Topic' }, Stage: { Ref: 'Stage' } } } },
        },
      },
    });
    expect(linksIn(graph)).toEqual(['App.Reader Properties.Topic -> Dr.Alerts (arn)']);
    expect(unresolvedIn(graph)).toEqual(['App.Reader Properties.Stage: unknown parameter Stage']);
  });

  it('tells parameters that AWS keeps from those of others', () => {
    const graph = graphOf({
      stacks: {
        App: {
          resources: {
            Reader: { Type: 'X::Y::Z', Properties: { Image: '{{resolve:ssm:/aws/service/ami-x}}', Name: '{{resolve:ssm:/own}}' } },
          },
        },
      },
    });
    expect(unresolvedIn(graph)).toEqual([
      'App.Reader Properties.Image: public ssm /aws/service/ami-x',
      'App.Reader Properties.Name: external ssm /own',
    ]);
  });

  it('does not take asset parameters of nested stacks for references', () => {
    const graph = graphOf({
      stacks: {
        App: {
          parameters: { AssetParameters1f0cS3Bucket: { Type: 'String' } },
          resources: {},
          nested: {
            Inner: {
              parameters: { referencetoAppAssetParameters1f0cS3BucketRef: { Type: 'String' } },
              parameterValues: { referencetoAppAssetParameters1f0cS3BucketRef: { Ref: 'AssetParameters1f0cS3Bucket' } },
              resources: { Reader: { Type: 'X::Y::Z', Properties: { Bucket: { Ref: 'referencetoAppAssetParameters1f0cS3BucketRef' } } } },
            },
          },
        },
      },
    });
    expect(unresolvedIn(graph)).toEqual([]);
  });
});
