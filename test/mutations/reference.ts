import arnNeeded from '../../checks/reference/arn-needed.js';
import attributeNotReturned from '../../checks/reference/attribute-not-returned.js';
import responseSize from '../../checks/reference/cross-region-response-size.js';
import dependencyMissing from '../../checks/reference/dependency-missing.js';
import exportDuplicate from '../../checks/reference/export-duplicate.js';
import nameInAccount from '../../checks/reference/name-in-other-account.js';
import nameWithoutDependency from '../../checks/reference/name-without-dependency.js';
import orderCycle from '../../checks/reference/order-cycle.js';
import orderMissing from '../../checks/reference/order-missing.js';
import outputNotText from '../../checks/reference/output-not-text.js';
import runtimeName from '../../checks/reference/runtime-name-region.js';
import ssmSameTemplate from '../../checks/reference/ssm-parameter-same-template.js';
import { stackOutputMissing as outputMissing, stackOutputOtherEnvironment as outputOther } from '../../checks/reference/stack-outputs.js';
import tokenUnresolved from '../../checks/reference/token-unresolved.js';
import {
  attributeUnknown,
  importOtherEnvironment as importOther,
  mappingRegionMissing as mappingRegion,
  ssmParameterOtherRegion as ssmOtherRegion,
} from '../../checks/reference/unresolved.js';
import type { Json } from '../../src/assembly/model.js';
import type { ExampleStack } from '../../src/check/example.js';
import { edit } from './edit.js';
import type { MutableExample, Mutation } from './mutation.js';

/** Sets parts of a stack. */
function change(assembly: MutableExample, stack: string, parts: ExampleStack): void {
  Object.assign(assembly[stack] ?? {}, parts);
}

function exported(name: Json): ExampleStack {
  return { outputs: { Vpc: { Value: 'vpc-0a1b', Export: { Name: name } } } };
}

const atFirewall = { stack: 'Service', resource: 'Firewall', property: 'VpcId' };

export const mutations: readonly Mutation[] = [
  {
    check: nameInAccount.id,
    name: 'move the cluster to another account',
    from: nameInAccount.docs.good,
    apply: (app) => Object.assign(app.Platform ?? {}, { account: '482731905566' }),
    expect: { stack: 'Shop', resource: 'Checkout', property: 'Cluster' },
  },
  {
    check: arnNeeded.id,
    name: 'give the URL of the queue in place of its ARN',
    from: arnNeeded.docs.good,
    apply: (assembly) => edit(assembly, 'Orders', 'Nightly', ['Properties', 'Targets', 0, 'Arn'], { Ref: 'Queue' }),
    expect: { stack: 'Orders', resource: 'Nightly', property: 'Targets.0.Arn' },
  },
  {
    check: dependencyMissing.id,
    name: 'drop the dependency on the attachment',
    from: dependencyMissing.docs.good,
    apply: (assembly) => edit(assembly, 'Network', 'ToOffice', ['DependsOn'], undefined),
    expect: { stack: 'Network', resource: 'ToOffice', property: 'TransitGatewayId' },
  },
  {
    check: nameWithoutDependency.id,
    name: 'write the name of a subnet group in place of its reference',
    from: nameWithoutDependency.docs.good,
    apply: (app) => edit(app, 'Orders', 'Cache', ['Properties', 'CacheSubnetGroupName'], 'orders'),
    expect: { stack: 'Orders', resource: 'Cache', property: 'CacheSubnetGroupName' },
  },
  {
    check: attributeNotReturned.id,
    name: 'turn the stream of a table off that a function reads',
    from: attributeNotReturned.docs.good,
    apply: (app) => edit(app, 'Orders', 'Table', ['Properties', 'StreamSpecification']),
    expect: { stack: 'Orders', resource: 'Source', property: 'EventSourceArn' },
  },
  {
    check: outputNotText.id,
    name: 'forget to join the elements',
    from: outputNotText.docs.good,
    apply: (assembly) => change(assembly, 'Dns', { outputs: { NameServers: { Value: { 'Fn::GetAtt': ['Zone', 'NameServers'] } } } }),
    expect: { stack: 'Dns', resource: null, property: 'Outputs.NameServers.Value' },
  },
  {
    check: 'reference/cross-region-response-size',
    name: 'read a value with a name that is too long',
    from: responseSize.docs.good,
    apply: (assembly) =>
      edit(assembly, 'Reader', 'ExportsReader', ['Properties', 'ReaderProps', 'imports', `/cdk/exports/Reader/${'x'.repeat(4000)}`], 'y'),
    expect: { stack: 'Reader', resource: 'ExportsReader', property: 'ReaderProps.imports' },
  },
  {
    check: 'reference/runtime-name-region',
    name: 'move the function to another region',
    from: runtimeName.docs.good,
    apply: (assembly) => change(assembly, 'Shop', { region: 'us-west-2' }),
    expect: { stack: 'Shop', resource: 'Handler', property: 'Environment.Variables.LIMITS' },
  },
  {
    check: 'reference/token-unresolved',
    name: 'change a token as text',
    from: tokenUnresolved.docs.good,
    apply: (assembly) => edit(assembly, 'Data', 'Logs', ['Properties', 'BucketName'], '${token[bucket.12]}'),
    expect: { stack: 'Data', resource: 'Logs', property: 'BucketName' },
  },
  {
    check: 'reference/attribute-unknown',
    name: 'read the attribute of another resource',
    from: attributeUnknown.docs.good,
    apply: (assembly) => edit(assembly, 'Web', 'Address', ['Properties', 'Value'], { 'Fn::GetAtt': ['Handler', 'FunctionUrl'] }),
    expect: { stack: 'Web', resource: 'Address', property: 'Value' },
  },
  {
    check: 'reference/import-other-environment',
    name: 'move the exporter to another region',
    from: importOther.docs.good,
    apply: (assembly) => change(assembly, 'Network', { region: 'eu-west-1' }),
    expect: atFirewall,
  },
  {
    check: 'reference/import-unresolved',
    name: 'rename the export',
    from: importOther.docs.good,
    apply: (assembly) => change(assembly, 'Network', exported('shared-network')),
    expect: atFirewall,
  },
  {
    check: 'reference/export-duplicate',
    name: 'export the same name',
    from: exportDuplicate.docs.good,
    apply: (assembly) => change(assembly, 'Green', { outputs: { Other: { Value: 'x', Export: { Name: 'endpoint' } } } }),
    expect: { stack: 'Green', resource: null, property: 'Outputs.Other.Export.Name' },
  },
  {
    check: 'reference/ssm-parameter-other-region',
    name: 'move the parameter to another region',
    from: ssmOtherRegion.docs.good,
    apply: (assembly) => change(assembly, 'Keys', { region: 'us-west-2' }),
    expect: { stack: 'Storage', resource: 'Queue', property: 'KmsMasterKeyId' },
  },
  {
    check: 'reference/ssm-parameter-same-template',
    name: 'create the parameter where it is read',
    from: ssmSameTemplate.docs.good,
    apply: (assembly) => {
      edit(assembly, 'Web', 'Image', [], { Type: 'AWS::SSM::Parameter', Properties: { Name: '/web/image', Type: 'String', Value: 'x' } });
      delete assembly.Images;
      change(assembly, 'Web', { dependencies: [] });
    },
    expect: { stack: 'Web', resource: 'Image', property: 'Name' },
  },
  {
    check: 'reference/stack-output-missing',
    name: 'rename the output',
    from: outputMissing.docs.good,
    apply: (assembly) => change(assembly, 'Database', { outputs: { Host: { Value: 'orders.internal' } } }),
    expect: { stack: 'Standby', resource: 'Source', property: 'Value' },
  },
  {
    check: 'reference/stack-output-other-environment',
    name: 'name no region',
    from: outputOther.docs.good,
    apply: (assembly) => edit(assembly, 'Standby', 'Source', ['Properties', 'Value', 'Fn::GetStackOutput', 'Region']),
    expect: { stack: 'Standby', resource: 'Source', property: 'Value' },
  },
  {
    check: 'reference/order-missing',
    name: 'delete the dependency of an import',
    from: orderMissing.docs.good,
    apply: (assembly) => change(assembly, 'Application', { dependencies: [] }),
    expect: { stack: 'Application', resource: 'Firewall', property: 'VpcId' },
  },
  {
    check: 'reference/order-missing',
    name: 'delete the dependency of an output',
    from: outputOther.docs.good,
    apply: (assembly) => change(assembly, 'Standby', { dependencies: [] }),
    expect: { stack: 'Standby', resource: 'Source', property: 'Value' },
  },
  {
    check: 'reference/order-missing',
    name: 'delete the dependency of an SSM parameter',
    from: ssmOtherRegion.docs.good,
    apply: (assembly) => change(assembly, 'Storage', { dependencies: [] }),
    expect: { stack: 'Storage', resource: 'Queue', property: 'KmsMasterKeyId' },
  },
  {
    check: 'reference/order-cycle',
    name: 'need what needs it',
    from: orderCycle.docs.good,
    apply: (assembly) => edit(assembly, 'Orders', 'Settings', ['Properties', 'Value', 'Fn::ImportValue'], 'billing'),
    expect: { stack: 'Orders', resource: 'Settings', property: 'Value' },
  },
  {
    check: 'reference/mapping-region-missing',
    name: 'move the stack to a third region',
    from: mappingRegion.docs.good,
    apply: (assembly) => change(assembly, 'Web', { region: 'ap-south-1' }),
    expect: { stack: 'Web', resource: 'Server', property: 'ImageId' },
  },
];
