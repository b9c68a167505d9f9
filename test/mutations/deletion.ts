import contentBlocks from '../../checks/deletion/content-blocks-delete.js';
import keyDeleted from '../../checks/deletion/key-deleted-before-data.js';
import notDestroyable from '../../checks/deletion/not-destroyable.js';
import notRetained from '../../checks/deletion/not-retained.js';
import protection from '../../checks/deletion/protection-blocks-delete.js';
import nameCollides from '../../checks/deletion/retained-name-collides.js';
import temporaryStack from '../../checks/deletion/temporary-stack-leftovers.js';
import type { Example } from '../../src/check/example.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

/** A bucket that empties itself, and an instance, in a stack that the configuration declares destroyable. */
const preview: Example = {
  'Preview-test': {
    region: 'us-east-1',
    resources: {
      Uploads: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', Properties: {} },
      Emptying: { Type: 'Custom::S3AutoDeleteObjects', Properties: { BucketName: { Ref: 'Uploads' } } },
      Images: { Type: 'AWS::ECR::Repository', DeletionPolicy: 'Delete', Properties: { EmptyOnDelete: true } },
      Worker: { Type: 'AWS::EC2::Instance', Properties: { DisableApiTermination: false } },
    },
    outputs: { Uploads: { Value: { Ref: 'Uploads' }, Export: { Name: 'preview-uploads' } } },
  },
  'Viewer-test': {
    region: 'us-east-1',
    dependencies: ['Preview-test'],
    resources: {
      Name: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::ImportValue': 'preview-uploads' } } },
    },
  },
};

/** What lives in the subnet of another stack. */
const search: Example = {
  Network: {
    region: 'us-east-1',
    resources: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: {} } },
    outputs: { Subnet: { Value: { Ref: 'Subnet' }, Export: { Name: 'app-subnet' } } },
  },
  Search: {
    region: 'us-east-1',
    dependencies: ['Network'],
    resources: {
      Catalog: {
        Type: 'AWS::OpenSearchService::Domain',
        DeletionPolicy: 'Delete',
        Properties: { VPCOptions: { SubnetIds: [{ 'Fn::ImportValue': 'app-subnet' }] } },
      },
    },
  },
};

function inPreview(name: string, apply: Mutation['apply'], resource: string | null, property: string): Mutation {
  return { check: 'deletion/not-destroyable', name, from: preview, apply, expect: { stack: 'Preview-test', resource, property } };
}

const atSessions = { stack: 'Sessions-prod', resource: 'Sessions', property: 'DeletionPolicy' };
const atOrders = { stack: 'Database', resource: 'Orders', property: 'DeletionProtection' };

export const mutations: readonly Mutation[] = [
  {
    check: 'deletion/protection-blocks-delete',
    name: 'retain it no longer',
    from: protection.docs.good,
    apply: (assembly) => edit(assembly, 'Database', 'Orders', ['DeletionPolicy'], 'Delete'),
    expect: atOrders,
  },
  {
    check: 'deletion/protection-blocks-delete',
    name: 'leave the policy to its default',
    from: protection.docs.good,
    apply: (assembly) => edit(assembly, 'Database', 'Orders', ['DeletionPolicy']),
    expect: atOrders,
  },
  {
    check: 'deletion/protection-blocks-delete',
    name: 'take a snapshot instead, with the protection written as a text',
    from: protection.docs.good,
    apply: (assembly) => {
      edit(assembly, 'Database', 'Orders', ['DeletionPolicy'], 'Snapshot');
      edit(assembly, 'Database', 'Orders', ['Properties', 'DeletionProtection'], 'true');
    },
    expect: atOrders,
  },
  inPreview(
    'retain the bucket',
    (assembly) => edit(assembly, 'Preview-test', 'Uploads', ['DeletionPolicy'], 'Retain'),
    'Uploads',
    'DeletionPolicy',
  ),
  inPreview('empty the bucket no longer', (assembly) => edit(assembly, 'Preview-test', 'Emptying', []), 'Uploads', ''),
  inPreview(
    'keep the images',
    (assembly) => edit(assembly, 'Preview-test', 'Images', ['Properties', 'EmptyOnDelete'], false),
    'Images',
    'EmptyOnDelete',
  ),
  inPreview(
    'protect the instance',
    (assembly) => edit(assembly, 'Preview-test', 'Worker', ['Properties', 'DisableApiTermination'], true),
    'Worker',
    'DisableApiTermination',
  ),
  inPreview(
    'protect the stack',
    (assembly) => {
      Object.assign(assembly['Preview-test'] ?? {}, { terminationProtection: true });
    },
    null,
    '',
  ),
  inPreview(
    'make the stack that uses its export a lasting one',
    (assembly) => {
      assembly.Viewer = assembly['Viewer-test'] ?? {};
      delete assembly['Viewer-test'];
    },
    null,
    '',
  ),
  {
    check: 'deletion/not-destroyable',
    name: 'retain the table',
    from: notDestroyable.docs.good,
    apply: (assembly) => edit(assembly, 'Sessions-test', 'Sessions', ['DeletionPolicy'], 'RetainExceptOnCreate'),
    expect: { stack: 'Sessions-test', resource: 'Sessions', property: 'DeletionPolicy' },
  },
  {
    check: 'deletion/not-retained',
    name: 'delete the table',
    from: notRetained.docs.good,
    apply: (assembly) => edit(assembly, 'Sessions-prod', 'Sessions', ['DeletionPolicy'], 'Delete'),
    expect: atSessions,
  },
  {
    check: 'deletion/not-retained',
    name: 'drop the policy',
    from: notRetained.docs.good,
    apply: (assembly) => edit(assembly, 'Sessions-prod', 'Sessions', ['DeletionPolicy']),
    expect: atSessions,
  },
  {
    check: 'deletion/not-retained',
    name: 'drop the policy, and switch the protection off by a text',
    from: notRetained.docs.good,
    apply: (assembly) => {
      edit(assembly, 'Sessions-prod', 'Sessions', ['DeletionPolicy']);
      edit(assembly, 'Sessions-prod', 'Sessions', ['Properties', 'DeletionProtectionEnabled'], 'false');
    },
    expect: atSessions,
  },
  {
    check: 'deletion/retained-name-collides',
    name: 'give the bucket a name',
    from: nameCollides.docs.good,
    apply: (assembly) => edit(assembly, 'Billing', 'Invoices', ['Properties', 'BucketName'], 'contoso-invoices'),
    expect: { stack: 'Billing', resource: 'Invoices', property: 'BucketName' },
  },
  {
    check: 'deletion/destroy-order',
    name: 'retain what lives in the subnet of another stack',
    from: search,
    apply: (assembly) => edit(assembly, 'Search', 'Catalog', ['DeletionPolicy'], 'Retain'),
    expect: { stack: 'Search', resource: 'Catalog', property: 'DeletionPolicy' },
  },
  {
    check: 'deletion/temporary-stack-leftovers',
    name: 'retain a bucket',
    from: temporaryStack.docs.good,
    apply: (assembly) => edit(assembly, 'Shop-pr-123', 'Images', ['DeletionPolicy'], 'Retain'),
    expect: { stack: 'Shop-pr-123', resource: 'Images', property: 'DeletionPolicy' },
  },
  {
    check: 'deletion/content-blocks-delete',
    name: 'drop what empties the bucket',
    from: contentBlocks.docs.good,
    apply: (assembly) => edit(assembly, 'Site', 'Emptied', []),
    expect: { stack: 'Site', resource: 'Pages', property: '' },
  },
  {
    check: 'deletion/key-deleted-before-data',
    name: 'delete the key',
    from: keyDeleted.docs.good,
    apply: (assembly) => edit(assembly, 'Receipts', 'Key', ['DeletionPolicy'], 'Delete'),
    expect: { stack: 'Receipts', resource: 'Key', property: 'DeletionPolicy' },
  },
];
