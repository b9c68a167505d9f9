import { expect, it } from 'vitest';
import { importUnresolved as check } from '../../../checks/reference/unresolved.js';
import { findingsIn } from '../../support/findings-in.js';

const importing = (name: string) => ({
  Orders: { region: 'us-east-1', outputs: { Worker: { Value: 'arn', Export: { Name: 'OrdersWorkerArn' } } } },
  Events: {
    region: 'us-east-1',
    resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': name } } } },
  },
});

it.each([
  ['OrderWorkerArn', ' Did you mean OrdersWorkerArn?'],
  ['BillingTableName', ''],
])('names the export that %s may stand for', (name, hint) => {
  expect(findingsIn(importing(name), check).map(({ message }) => message)).toEqual([
    `Topic imports ${name}, which no stack in this app exports: unless another app does, deployment fails with "No export named ${name} found".${hint}`,
  ]);
});
