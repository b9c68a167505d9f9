import type { CheckContext } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import { attributesOf, relatedTypesWith } from '../../src/facts/attributes.js';
import type { LinkKind } from '../../src/graph/model/link.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';
import { memoizeByKey } from '../../src/memoize.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { nameOfUse, placeOfUse, subjectOfUse, type UnresolvedName, unresolvedUses } from '../../src/queries/references.js';
import { nearestName } from '../../src/suggestion.js';
import { differs, placeName } from './model/environments.js';
import { isForeignParameter } from './model/ssm-parameters.js';

interface UseCheck {
  readonly kind: LinkKind | 'mapping';
  ofUse(use: UnresolvedName, context: CheckContext): Iterable<Problem>;
}

/** Checks of what a template uses and nothing in the graph gives. */
const useCheck = defineFamily(({ kind, ofUse }: UseCheck) => ({
  *graph(context: CheckContext): Iterable<Problem> {
    for (const use of unresolvedUses(context.graph, kind)) yield* ofUse(use, context);
  },
}));

/** A stack in us-west-2 that imports a value, and one that exports another or the same. */
const importing = (exported: string, region = 'us-west-2') => ({
  Network: { region, outputs: { Vpc: { Value: 'vpc-0a1b', Export: { Name: exported } } } },
  Service: stackAfter('Network', 'us-west-2', {
    Firewall: resource('AWS::EC2::SecurityGroup', { VpcId: { 'Fn::ImportValue': 'shared-vpc' } }),
  }),
});

const reading = (owner: string) => ({
  Web: stack('us-east-1', {
    Handler: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::482731905566:role/web',
      Code: { ZipFile: '//' },
    }),
    Url: resource('AWS::Lambda::Url', { AuthType: 'AWS_IAM', TargetFunctionArn: { Ref: 'Handler' } }),
    Address: resource('AWS::SSM::Parameter', { Type: 'String', Value: { 'Fn::GetAtt': [owner, 'FunctionUrl'] } }),
  }),
});

export const attributeUnknown = useCheck({
  id: 'reference/attribute-unknown',
  title: 'Fn::GetAtt of an attribute that the resource type does not have',
  severity: 'error',
  docs: {
    why: 'Each resource type has a list of attributes that `Fn::GetAtt` returns, which are not its properties. CloudFormation rejects any other: "Template error: resource Handler does not support attribute type FunctionUrl in Fn::GetAtt".',
    fix: 'Use the attribute of the construct instead of a name: `fn.addFunctionUrl().url`, `bucket.bucketName`, `loadBalancer.loadBalancerDnsName`. What is a property of the resource, or its `Ref`, is not an attribute: pass the value itself.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    ],
    templateFix:
      'Use an attribute that the type has (`!GetAtt Function.Arn`). What is a property of the resource, or its `Ref`, is not an attribute: write the value itself, or `!Ref`.',
    bad: reading('Handler'),
    good: reading('Url'),
  },
  kind: 'get-att',
  *ofUse(use, { graph }) {
    if (use.reason !== 'attribute') return;
    const dot = use.name.indexOf('.');
    const attribute = use.name.slice(dot + 1);
    const resource = graph.resource(use.from.stack, use.name.slice(0, dot));
    if (resource === undefined) return;
    const { words, isProof } = hint(attribute, resource.type);
    yield {
      at: placeOfUse(use),
      ...(!isProof && { severity: 'warning' as const }),
      message: `${subjectOfUse(use)} reads the attribute ${attribute} of ${resource.displayName}, which ${resource.type} does not have: "Template error: resource ${resource.logicalId} does not support attribute type ${attribute} in Fn::GetAtt"${isProof ? '' : ', unless AWS has added it since'}. ${words}`,
      related: [{ at: resource, message: 'The resource is declared here.' }],
    };
  },
});

/** Where the value may be meant to come from. Without that, the attribute may be newer than the specification of the build. */
function hint(attribute: string, type: string): { readonly words: string; readonly isProof: boolean } {
  const attributes = attributesOf(type) ?? [];
  const [head = ''] = attribute.split('.', 1);
  const similar = attributes.find((name) => name.toLowerCase() === head.toLowerCase());
  if (similar !== undefined) return { words: `The attribute is written ${similar}.`, isProof: true };
  const [other, another] = relatedTypesWith(head, type);
  if (other !== undefined && another === undefined) return { words: `${other} has this attribute.`, isProof: true };
  if (attributes.length === 0) return { words: 'The type has no attributes, only a Ref.', isProof: false };
  const more = attributes.length > MOST ? `, and ${attributes.length - MOST} more` : '';
  return { words: `Its attributes are ${attributes.slice(0, MOST).join(', ')}${more}.`, isProof: other !== undefined };
}

const MOST = 6;

export const importOtherEnvironment = useCheck({
  id: 'reference/import-other-environment',
  title: 'Import of an export in another region or account',
  severity: 'error',
  docs: {
    why: 'Exports belong to one account and one region: `Fn::ImportValue` sees only those of the place that the stack itself is deployed to. The stack that exports this name goes elsewhere, so deployment fails with "No export named … found". A dependency between the two stacks does not help.',
    fix: 'Pass the construct as a property (`new Service(app, "Service", { vpc: network.vpc })`): with `crossRegionReferences: true` the CDK writes the value into the other region. `Fn.getStackOutput` reads an output of a stack in another region or account. `Fn.importValue` and `CfnOutput.exportName` work inside one region only.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html'],
    templateFix:
      '`Fn::ImportValue` works inside one region only. Read the output with `Fn::GetStackOutput` and `Region`, or pass the value as a parameter.',
    bad: importing('shared-vpc', 'us-east-1'),
    good: importing('shared-vpc'),
  },
  kind: 'import',
  *ofUse(use, { graph, settings }) {
    const { stack } = use.from;
    const exports = graph.producers.exportsNamed(use.name);
    const [found] = exports;
    if (found === undefined || settings.isExternal('exports', use.name)) return;
    const differences = exports.map((other) => differs(other.stack.environment, stack.environment));
    if (differences.includes(undefined)) return;
    const matters = differences[0] ?? 'region';
    yield {
      at: placeOfUse(use),
      // Each account may have a stack of its own that exports such a name, from another app.
      severity: differences.includes('region') ? 'error' : 'warning',
      message: `${subjectOfUse(use)} imports ${use.name} in ${placeName(stack, matters)}, but ${found.stack.name} exports it in ${placeName(found.stack, matters)}: "No export named ${use.name} found".`,
      related: [
        {
          at: TemplatePart.output(found.stack, found.output, ['Export', 'Name']),
          message: `Exported here, as the output ${found.output}.`,
        },
      ],
    };
  },
});

export const importUnresolved = useCheck({
  id: 'reference/import-unresolved',
  title: 'Imported value is not exported by any stack in this app',
  severity: 'warning',
  docs: {
    why: 'No stack of the assembly exports this name. When no other app does so either, deployment fails with "No export named … found": the name may be misspelt, or the export renamed or removed.',
    fix: 'Pass the construct itself from stack to stack instead of a name, so that the CDK makes export and import together. When another app exports the name, list it in the configuration: `"external": { "exports": ["shared-*"] }`.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html'],
    templateFix:
      'Export the name (`Outputs: { Endpoint: { Value: …, Export: { Name: … } } }`) from a stack of the same account and region. When a stack elsewhere exports it, list it in the configuration: `external: { exports: [shared-*] }`.',
    bad: importing('shared-network'),
    good: importing('shared-vpc'),
  },
  kind: 'import',
  *ofUse(use, { graph, settings }) {
    if (graph.producers.exportsNamed(use.name).length > 0 || settings.isExternal('exports', use.name)) return;
    if (graph.mayLackResources()) return;
    const [similar] = graph.producers.exportsNamed(graph.memo(similarExports)(use.name) ?? '');
    yield {
      at: placeOfUse(use),
      message: `${subjectOfUse(use)} imports ${use.name}, which no stack in this app exports: unless another app does, deployment fails with "No export named ${use.name} found".${similar === undefined ? '' : ` Did you mean ${similar.name}?`}`,
      ...(similar && {
        related: [
          { at: TemplatePart.output(similar.stack, similar.output, ['Export', 'Name']), message: `${similar.name} is exported here.` },
        ],
      }),
    };
  },
});

/** For a name that nothing exports, the exported one that is nearly the same. */
function similarExports(graph: ResourceGraph): (name: string) => string | undefined {
  const names = [...graph.producers.exportNames()].slice(0, MAX_COMPARED);
  return memoizeByKey((name) => nearestName(name, names), MAX_COMPARED);
}

/** Each name that is missing is compared with each that is there. */
const MAX_COMPARED = 1_000;

const mapped = (region: string) => ({
  Web: {
    region,
    mappings: { Images: { 'us-east-1': { web: 'ami-0a1b' }, 'us-east-2': { web: 'ami-0c2d' } } },
    resources: { Server: resource('AWS::EC2::Instance', { ImageId: { 'Fn::FindInMap': ['Images', { Ref: 'AWS::Region' }, 'web'] } }) },
  },
});

export const mappingRegionMissing = useCheck({
  id: 'reference/mapping-region-missing',
  title: "Mapping has no entry for the stack's region",
  severity: 'error',
  docs: {
    why: 'The template looks up a value for its own region in a mapping that does not have it. CloudFormation rejects the template: "Template error: Unable to get mapping for …". Typical when a stack that worked in one region is deployed to a second one.',
    fix: 'Add the region to the `CfnMapping`, give `findInMap` a default value, or use what knows all regions: `MachineImage.latestAmazonLinux2023()`, `RegionInfo`, an SSM public parameter.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html'],
    templateFix:
      'Add the region to `Mappings`, give `Fn::FindInMap` a `DefaultValue`, or read a public SSM parameter, which knows all regions.',
    bad: mapped('eu-west-1'),
    good: mapped('us-east-2'),
  },
  kind: 'mapping',
  *ofUse(use) {
    const { stack } = use.from;
    const { region } = stack.environment;
    const [map = '', top = '', ...key] = use.name.split('.');
    const regions = stack.template.mappings.get(map);
    // Other lookups that find nothing are wrong in every region, and single-template linters know them.
    if (region === undefined || top !== region || regions === undefined) return;
    const lacks = Object.hasOwn(regions, region) ? `has no ${key.join('.')} for ${region}` : `does not have ${region}`;
    yield {
      at: placeOfUse(use),
      message: `The mapping ${map}, in which ${nameOfUse(use)} looks up its region, ${lacks}: "Unable to get mapping for ${map}::${region}::${key.join('.')}".`,
    };
  },
});

const stored = (region: string) => ({
  Keys: stack(region, { KeyArn: resource('AWS::SSM::Parameter', { Name: '/dr/key-arn', Type: 'String', Value: 'key/1f0c' }) }),
  Storage: stackAfter('Keys', 'us-east-1', { Queue: resource('AWS::SQS::Queue', { KmsMasterKeyId: '{{resolve:ssm:/dr/key-arn}}' }) }),
});

export const ssmParameterOtherRegion = useCheck({
  id: 'reference/ssm-parameter-other-region',
  title: 'SSM parameter is in another region',
  severity: 'error',
  docs: {
    why: 'Parameter Store belongs to one account and region, and CloudFormation reads it where the stack is deployed: `StringParameter.valueForStringParameter` cannot see what a stack in another region wrote. Deployment fails with "Unable to fetch parameters … from parameter store for this account"; a dependency between the stacks does not help.',
    fix: 'Pass the construct itself from stack to stack, with `crossRegionReferences: true` on both: the CDK writes the value into the other region. Or write the parameter in the region that reads it, or read it with an `AwsCustomResource` that names the region.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html',
    ],
    templateFix: 'Write the parameter in the region that reads it, or read it with a custom resource that names the region.',
    bad: stored('us-west-2'),
    good: stored('us-east-1'),
  },
  kind: 'ssm',
  *ofUse(use, { graph, settings }) {
    const { stack } = use.from;
    const written = graph.producers.ssmParametersNamed(use.name);
    if (written.length === 0 || isForeignParameter(use.name) || settings.isExternal('ssm', use.name)) return;
    const differences = written.map((parameter) => differs(parameter.stack.environment, stack.environment));
    if (differences.includes(undefined) || isGivenToCustomResource(graph, use.name)) return;
    // What the reader's own account writes is what it means.
    const nearest = Math.max(0, differences.indexOf('region'));
    const [found, matters = 'region'] = [written[nearest] as Resource, differences[nearest]];
    yield {
      at: placeOfUse(use),
      // Each account may have a parameter of that name, from another app.
      severity: differences.includes('region') ? 'error' : 'warning',
      message: `${subjectOfUse(use)} reads the SSM parameter ${use.name} in ${placeName(stack, matters)}, but ${found.stack.name} writes it in ${placeName(found.stack, matters)}: "Unable to fetch parameters [${use.name}] from parameter store for this account".`,
      related: [{ at: found, message: 'The parameter is written here.' }],
    };
  },
});
