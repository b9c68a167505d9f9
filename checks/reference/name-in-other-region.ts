import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { referringTypes } from '../../src/facts/references/table.js';
import { placesNamedBy, resourcesNaming } from '../../src/queries/named-places.js';
import { declaredElsewhere } from './model/declared-elsewhere.js';

const app = (awsRegion: string) => ({
  Data: stack('us-east-1', {
    Orders: resource('AWS::DynamoDB::Table', {
      TableName: 'orders',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  }),
  Graph: stackAfter('Data', 'us-east-1', {
    Source: resource('AWS::AppSync::DataSource', {
      ApiId: 'kq2vd7c4ebhe3pwjq5zn3u2tae',
      Name: 'orders',
      Type: 'AMAZON_DYNAMODB',
      ServiceRoleArn: 'arn:aws:iam::482731905566:role/orders',
      DynamoDBConfig: { TableName: 'orders', AwsRegion: awsRegion },
    }),
  }),
});

export default defineCheck({
  id: 'reference/name-in-other-region',
  title: 'Resource is looked up by name in a region that does not have it',
  severity: 'warning',
  types: referringTypes(),
  docs: {
    why: 'A table, queue, cluster or alias belongs to one region, and its name is looked up in the region of what uses it, or in the region that a property beside it names. The app declares the resource in another region only: the service answers `ResourceNotFoundException`, or finds another resource of that name.',
    fix: 'Declare the resource in the region where its name is looked up, or name the region where it is.',
    sources: [
      'https://docs.aws.amazon.com/general/latest/gr/rande.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-datasource.html',
    ],
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  among: (graph) => graph.memo(resourcesNaming),
  *resource(resource) {
    if (resource.region === undefined || resource.account === undefined) return;
    for (const place of placesNamedBy(resource)) {
      const problem = declaredElsewhere(place);
      if (problem !== undefined) yield problem;
    }
  },
});
