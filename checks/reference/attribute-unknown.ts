import { defineCheck } from '../../src/check/check.js';
import { attributesOf, relatedTypesWith } from '../../src/facts/attributes.js';
import { placeOfUse, subjectOfUse, unresolvedUses } from '../../src/queries/references.js';

const app = (owner: string) => ({
  Web: {
    region: 'us-east-1',
    resources: {
      Handler: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Role: 'arn:aws:iam::482731905566:role/web',
          Code: { ZipFile: '//' },
        },
      },
      Url: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: { Ref: 'Handler' } } },
      Address: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::GetAtt': [owner, 'FunctionUrl'] } } },
    },
  },
});

export default defineCheck({
  id: 'reference/attribute-unknown',
  title: 'Fn::GetAtt of an attribute that the resource type does not have',
  severity: 'error',
  docs: {
    why: 'Each resource type has a list of attributes that `Fn::GetAtt` returns, which are not its properties. CloudFormation rejects any other: "Template error: resource Handler does not support attribute type FunctionUrl in Fn::GetAtt".',
    fix: 'Use the attribute of the construct instead of a name: `fn.addFunctionUrl().url`, `bucket.bucketName`, `loadBalancer.loadBalancerDnsName`. What is a property of the resource, or its `Ref`, is no attribute: pass the value itself.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    ],
    templateFix:
      'Use an attribute that the type has (`!GetAtt Function.Arn`). What is a property of the resource, or its `Ref`, is no attribute: write the value itself, or `!Ref`.',
    bad: app('Handler'),
    good: app('Url'),
  },
  *graph({ graph }) {
    for (const use of unresolvedUses(graph, 'get-att')) {
      if (use.reason !== 'attribute') continue;
      const dot = use.name.indexOf('.');
      const attribute = use.name.slice(dot + 1);
      const resource = graph.resource(use.from.stack, use.name.slice(0, dot));
      if (resource === undefined) continue;
      yield {
        at: placeOfUse(use),
        message: `${subjectOfUse(use)} reads the attribute ${attribute} of ${resource.displayName}, which ${resource.type} does not have: "Template error: resource ${resource.logicalId} does not support attribute type ${attribute} in Fn::GetAtt". ${hint(attribute, resource.type)}`,
        related: [{ at: resource, message: 'The resource is declared here.' }],
      };
    }
  },
});

/** Where the value may be meant to come from. */
function hint(attribute: string, type: string): string {
  const attributes = attributesOf(type) ?? [];
  const [head = ''] = attribute.split('.', 1);
  const similar = attributes.find((name) => name.toLowerCase() === head.toLowerCase());
  if (similar !== undefined) return `The attribute is written ${similar}.`;
  const [other, another] = relatedTypesWith(head, type);
  if (other !== undefined && another === undefined) return `${other} has this attribute.`;
  if (attributes.length === 0) return 'The type has no attributes, only a Ref.';
  const more = attributes.length > MOST ? `, and ${attributes.length - MOST} more` : '';
  return `Its attributes are ${attributes.slice(0, MOST).join(', ')}${more}.`;
}

const MOST = 6;
