import { describe, expect, it } from 'vitest';
import { graphOf, linksIn, stackLinksIn, unresolvedIn } from './links-in.js';

const bucket = { Type: 'AWS::S3::Bucket' };
const topic = { Type: 'AWS::SNS::Topic' };
const queue = { Type: 'AWS::SQS::Queue' };
const reads = (value: unknown) => ({ Type: 'AWS::Lambda::Function', Properties: { Value: value } });

describe('links inside a template', () => {
  it('finds Ref, GetAtt in both spellings, Sub and DependsOn, with their exact paths', () => {
    const graph = graphOf({
      stacks: {
        App: {
          resources: {
            Bucket: bucket,
            Topic: topic,
            Function: {
              Type: 'AWS::Lambda::Function',
              DependsOn: ['Topic'],
              Properties: {
                List: [{ Ref: 'Bucket' }, { 'Fn::GetAtt': ['Bucket', 'Arn'] }, { 'Fn::GetAtt': 'Topic.TopicName' }],
                Sub: { 'Fn::Sub': 'a-${Bucket}-${Topic.TopicName}-${!NotMe}-${AWS::Region}-${Mine}' },
                SubMap: { 'Fn::Sub': ['${Mine}/${Bucket}', { Mine: { Ref: 'Topic' } }] },
              },
            },
            Other: { Type: 'AWS::Lambda::Function', DependsOn: 'Function' },
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'App.Function DependsOn.0 -> App.Topic (depends-on)',
      'App.Function Properties.List.0 -> App.Bucket (ref)',
      'App.Function Properties.List.1 -> App.Bucket.Arn (get-att)',
      'App.Function Properties.List.2 -> App.Topic.TopicName (get-att)',
      'App.Function Properties.Sub -> App.Bucket (ref)',
      'App.Function Properties.Sub -> App.Topic.TopicName (get-att)',
      'App.Function Properties.SubMap -> App.Bucket (ref)',
      'App.Function Properties.SubMap.Fn::Sub.1.Mine -> App.Topic (ref)',
      'App.Other DependsOn -> App.Function (depends-on)',
    ]);
    expect(unresolvedIn(graph)).toEqual(['App.Function Properties.Sub: unknown ref Mine']);
  });

  it('follows both branches of an open Fn::If and names its condition, and only the branch that counts of a decided one', () => {
    const graph = graphOf({
      stacks: {
        App: {
          region: 'us-east-1',
          parameters: { Mode: { Type: 'String' } },
          conditions: { Open: { 'Fn::Equals': [{ Ref: 'Mode' }, 'x'] }, East: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
          resources: {
            Bucket: bucket,
            Topic: topic,
            Open: reads({ 'Fn::If': ['Open', { Ref: 'Bucket' }, { Ref: 'Topic' }] }),
            Decided: reads({ 'Fn::If': ['East', { Ref: 'Bucket' }, { Ref: 'Topic' }] }),
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'App.Open Properties.Value.Fn::If.1 -> App.Bucket (ref) if Open',
      'App.Open Properties.Value.Fn::If.2 -> App.Topic (ref) if Open',
      'App.Decided Properties.Value.Fn::If.1 -> App.Bucket (ref)',
    ]);
  });

  it('leaves out resources whose condition does not hold, without calling references to them undeclared', () => {
    const graph = graphOf({
      stacks: {
        App: {
          region: 'us-east-1',
          conditions: { West: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }] } },
          resources: { Bucket: { ...bucket, Condition: 'West' }, Function: reads({ Ref: 'Bucket' }) },
        },
      },
    });
    expect([...graph.resources()].map(({ id }) => id)).toEqual(['App.Function']);
    expect([linksIn(graph), unresolvedIn(graph)]).toEqual([[], []]);
  });
});

describe('links over templates', () => {
  it('joins an import and its export in one account and region only', () => {
    const data = {
      resources: { Bucket: bucket },
      outputs: { Name: { Value: { Ref: 'Bucket' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Name' } } } },
    };
    const api = { resources: { Function: reads({ 'Fn::ImportValue': 'Data:Name' }) } };
    const graph = graphOf({
      stacks: { Data: { region: 'us-east-1', ...data }, Api: { region: 'us-east-1', ...api }, West: { region: 'us-west-2', ...api } },
    });
    expect(linksIn(graph)).toEqual(['Api.Function Properties.Value -> Data.Bucket (import)']);
    expect(stackLinksIn(graph)).toEqual(['Api.Function -> Data (import Data:Name)']);
    expect(unresolvedIn(graph)).toEqual(['West.Function Properties.Value: external import Data:Name']);
  });

  it('keeps a link to the stack when the exported value is a literal', () => {
    const graph = graphOf({
      stacks: {
        Data: { outputs: { Mode: { Value: 'fast', Export: { Name: 'mode' } } } },
        Api: { resources: { Function: reads({ 'Fn::ImportValue': 'mode' }) } },
      },
    });
    expect([linksIn(graph), stackLinksIn(graph)]).toEqual([[], ['Api.Function -> Data (import mode)']]);
    const [handler] = graph.resourcesOfType('AWS::Lambda::Function');
    expect(handler?.property('Value').text).toBe('fast');
  });

  it('splits lists that CDK exports joined by ||', () => {
    const graph = graphOf({
      stacks: {
        Net: {
          resources: { A: { Type: 'AWS::EC2::Subnet' }, B: { Type: 'AWS::EC2::Subnet' } },
          outputs: { Subnets: { Value: { 'Fn::Join': ['||', [{ Ref: 'A' }, { Ref: 'B' }]] }, Export: { Name: 'subnets' } } },
        },
        Api: { resources: { Function: reads({ 'Fn::Select': [1, { 'Fn::Split': ['||', { 'Fn::ImportValue': 'subnets' }] }] }) } },
      },
    });
    const [handler] = graph.resourcesOfType('AWS::Lambda::Function');
    expect(handler?.property('Value').reference?.resource.id).toBe('Net.B');
  });

  it('joins a cross-region reader and the writer for its region', () => {
    const name = '/cdk/exports/West/Eastuseast1FnGetAttBucketArn';
    const graph = graphOf({
      stacks: {
        East: {
          region: 'us-east-1',
          resources: {
            Bucket: bucket,
            Writer: {
              Type: 'Custom::CrossRegionExportWriter',
              Properties: { WriterProps: { region: 'us-west-2', exports: { [name]: { 'Fn::GetAtt': ['Bucket', 'Arn'] } } } },
            },
          },
        },
        West: {
          region: 'us-west-2',
          resources: {
            Reader: {
              Type: 'Custom::CrossRegionExportReader',
              Properties: { ReaderProps: { region: 'us-west-2', prefix: 'West', imports: { [name]: `{{resolve:ssm:${name}}}` } } },
            },
            Function: reads({ 'Fn::GetAtt': ['Reader', name] }),
            Lost: reads({ 'Fn::GetAtt': ['Reader', '/cdk/exports/West/gone'] }),
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'East.Writer Properties.WriterProps.exports./cdk/exports/West/Eastuseast1FnGetAttBucketArn -> East.Bucket.Arn (get-att)',
      `West.Reader Properties.ReaderProps.imports.${name} -> East.Bucket.Arn (cross-region-export)`,
      'West.Function Properties.Value -> East.Bucket.Arn (cross-region-export)',
    ]);
    expect(unresolvedIn(graph)).toEqual(['West.Lost Properties.Value: external cross-region-export /cdk/exports/West/gone']);
  });

  it('joins Fn::GetStackOutput by region, and by the account of its role', () => {
    const call = (more: object) => reads({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Arn', ...more } });
    const role = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:role/reader']] };
    const data = { name: 'Data', resources: { Queue: queue }, outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } } } };
    const graph = graphOf({
      stacks: {
        Data: { region: 'us-east-1', ...data },
        OtherData: { region: 'us-east-1', account: '111122223333', ...data },
        Api: {
          region: 'us-west-2',
          resources: { Near: call({}), Far: call({ Region: 'us-east-1' }), Other: call({ Region: 'us-east-1', RoleArn: role }) },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'Api.Far Properties.Value -> Data.Queue.Arn (stack-output)',
      'Api.Other Properties.Value -> OtherData.Queue.Arn (stack-output)',
    ]);
    expect(unresolvedIn(graph)).toEqual(['Api.Near Properties.Value: external stack-output Data.Arn']);
  });

  it('joins SSM parameters by name, read by a typed parameter or a dynamic reference', () => {
    const graph = graphOf({
      stacks: {
        Data: {
          region: 'us-east-1',
          resources: {
            Bucket: bucket,
            Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/app/bucket', Value: { Ref: 'Bucket' } } },
          },
        },
        Api: {
          region: 'us-east-1',
          parameters: {
            BucketParameter: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/app/bucket' },
            BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/hnb659fds/version' },
          },
          resources: {
            Typed: reads({ Ref: 'BucketParameter' }),
            Dynamic: reads('{{resolve:ssm:/app/bucket:3}}'),
            Gone: reads('{{resolve:ssm:/app/gone}}'),
            Version: reads({ Ref: 'BootstrapVersion' }),
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'Data.Parameter Properties.Value -> Data.Bucket (ref)',
      'Api.Typed Properties.Value -> Data.Parameter (ssm)',
      'Api.Dynamic Properties.Value -> Data.Parameter (ssm)',
    ]);
    expect(unresolvedIn(graph)).toEqual(['Api.Gone Properties.Value: external ssm /app/gone']);
    const typed = graph.resource(graph.stacks[1] as (typeof graph.stacks)[0], 'Typed');
    expect(typed?.property('Value').reference?.resource.id).toBe('Data.Bucket');
  });

  it('follows a chain: nested output, export, import, nested parameter', () => {
    const graph = graphOf({
      stacks: {
        Data: {
          nested: { Storage: { resources: { Bucket: bucket }, outputs: { Arn: { Value: { 'Fn::GetAtt': ['Bucket', 'Arn'] } } } } },
          outputs: { Arn: { Value: { 'Fn::GetAtt': ['Storage', 'Outputs.Arn'] }, Export: { Name: 'arn' } } },
        },
        Api: {
          nested: {
            Handlers: {
              parameterValues: { BucketArn: { 'Fn::ImportValue': 'arn' } },
              parameters: { BucketArn: { Type: 'String' }, Lost: { Type: 'String' } },
              resources: { Function: reads({ Ref: 'BucketArn' }), Other: reads({ Ref: 'Lost' }) },
            },
          },
        },
      },
    });
    expect(linksIn(graph)).toContain(
      'Api/Handlers.Function Properties.Value -> Data/Storage.Bucket.Arn (nested-parameter: nested-parameter > import > nested-output)',
    );
    expect(stackLinksIn(graph)).toEqual([
      'Data.Outputs.Arn -> Data/Storage (nested-output Storage.Outputs.Arn)',
      'Api.Handlers -> Data (import arn)',
      'Api/Handlers.Function -> Api (nested-parameter BucketArn)',
    ]);
    expect(unresolvedIn(graph)).toEqual(['Api/Handlers.Other Properties.Value: unknown parameter Lost']);
  });

  it('infers links from ARNs and physical names, suffixes left aside, but not from a resource’s own name or from words', () => {
    const graph = graphOf({
      stacks: {
        Data: {
          region: 'us-east-1',
          resources: {
            Bucket: { ...bucket, Properties: { BucketName: 'acme-receipts' } },
            Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'payments' } },
            Function: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'acme-charge' } },
          },
        },
        Api: {
          region: 'us-east-1',
          resources: {
            Objects: reads({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::acme-receipts/*']] }),
            Index: reads({ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/payments/index/*' }),
            Alias: reads('arn:aws:lambda:us-east-1:482731905566:function:acme-charge:live'),
            Name: reads('acme-charge'),
            Word: reads('payments'),
            Hinted: { Type: 'AWS::X::Y', Properties: { TableName: 'payments' } },
            OtherRegion: reads('arn:aws:dynamodb:eu-west-1:482731905566:table/payments'),
          },
        },
      },
    });
    expect(linksIn(graph)).toEqual([
      'Api.Objects Properties.Value -> Data.Bucket (arn)',
      'Api.Index Properties.Value -> Data.Table (arn)',
      'Api.Alias Properties.Value -> Data.Function (arn)',
      'Api.Name Properties.Value -> Data.Function (name)',
      'Api.Hinted Properties.TableName -> Data.Table (name)',
    ]);
  });

  it('joins several assemblies', () => {
    const graph = graphOf(
      {
        stacks: {
          Data: {
            region: 'us-east-1',
            resources: { Bucket: bucket },
            outputs: { Name: { Value: { Ref: 'Bucket' }, Export: { Name: 'name' } } },
          },
        },
      },
      { stacks: { Api: { region: 'us-east-1', resources: { Function: reads({ 'Fn::ImportValue': 'name' }) } } } },
    );
    expect(linksIn(graph)).toEqual(['Api.Function Properties.Value -> Data.Bucket (import)']);
  });

  it('leaves out what is in a nested stack whose condition does not hold, and knows when that is open', () => {
    const nested = (condition: string) => ({
      Type: 'AWS::CloudFormation::Stack',
      Condition: condition,
      Properties: { TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.amazonaws.com/x/${'a'.repeat(64)}.json` } },
    });
    const graph = graphOf({
      stacks: {
        App: {
          region: 'us-east-1',
          parameters: { P: { Type: 'String' } },
          conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
          resources: { Gone: nested('Never'), Maybe: nested('Open') },
          artifact: { dependencies: ['App.assets'] },
        },
      },
      files: {
        'App.assets.json': {
          version: '55.0.0',
          files: { ['a'.repeat(64)]: { source: { path: 'nested.template.json' }, destinations: {} } },
        },
        'nested.template.json': { Resources: { Bucket: bucket } },
      },
    });
    expect([...graph.resources()].map(({ id, existence }) => `${id} ${existence}`)).toEqual([
      'App.Maybe conditional',
      'App/Maybe.Bucket conditional',
    ]);
    expect(graph.certainResourcesOfType('AWS::S3::Bucket')).toEqual([]);
  });

  it('decides conditions by parameters of other stacks, and finds those parameters afterwards', () => {
    const mode = (color: string) => ({ 'Fn::Equals': [{ Ref: 'Mode' }, color] });
    const topic = (condition: string) => ({ Type: 'AWS::SNS::Topic', Condition: condition, Properties: { DisplayName: { Ref: 'Mode' } } });
    const graph = graphOf({
      stacks: {
        Settings: {
          region: 'us-east-1',
          resources: { Mode: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/mode', Value: 'blue' } } },
        },
        App: {
          region: 'us-east-1',
          parameters: { Mode: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/mode' } },
          conditions: { Blue: mode('blue'), Green: mode('green') },
          resources: { Blue: topic('Blue'), Green: topic('Green') },
          artifact: { dependencies: ['Settings'] },
        },
      },
    });
    expect([...graph.resources()].map(({ id, existence }) => `${id} ${existence}`)).toEqual(['Settings.Mode certain', 'App.Blue certain']);
    expect(graph.links.map(({ from, kind, to }) => `${from.id} ${kind} ${to.id}`)).toEqual(['App.Blue ssm Settings.Mode']);
  });

  it('keeps stacks of one name in several assemblies apart', () => {
    const app = (name: string, env: string) => ({
      stacks: {
        Data: {
          account: env,
          resources: { Bucket: { ...bucket, Properties: { BucketName: name } } },
          outputs: { Name: { Value: { Ref: 'Bucket' }, Export: { Name: 'name' } } },
        },
        Api: { account: env, resources: { Function: reads({ 'Fn::ImportValue': 'name' }) } },
      },
    });
    const graph = graphOf(app('one', '111122223333'), app('two', '444455556666'));
    expect(
      graph.resourcesOfType('AWS::Lambda::Function').map((handler) => handler.property('Value').reference?.resource.physicalName),
    ).toEqual(['one', 'two']);
    expect(new Set([...graph.resources()].map(({ id }) => id)).size).toBe(4);
  });

  it('says what leads nowhere: mapping keys, generators, parameters, imports inside outputs', () => {
    const graph = graphOf({
      stacks: {
        App: {
          region: 'eu-west-1',
          mappings: { Ami: { 'us-east-1': { id: 'ami-1' } } },
          parameters: { Size: { Type: 'String', Default: 'small' } },
          resources: {
            Map: reads({ 'Fn::FindInMap': ['Ami', { Ref: 'AWS::Region' }, 'id'] }),
            Open: reads({ Ref: 'Size' }),
            'Fn::ForEach::Topics': [],
          },
          outputs: { Out: { Value: { 'Fn::ImportValue': 'gone' } } },
        },
      },
    });
    expect(unresolvedIn(graph)).toEqual([
      'App.Map Properties.Value: unknown mapping Ami.eu-west-1.id',
      'App.Open Properties.Value: unknown parameter Size',
      'App.Outputs.Out Value: external import gone',
      'App Resources.Fn::ForEach::Topics: unknown generator Fn::ForEach::Topics',
    ]);
  });
});
