import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Severity } from '../../src/check/problem.js';
import { ARN_PROPERTIES, ARNS_CHECKED, FREE_FORM, NAMES_ACCEPTED, REF_NAMES } from '../../src/facts/ref-names.js';
import { isCertainUse } from '../../src/graph/links/uses.js';
import type { Link } from '../../src/graph/model/link.js';
import { Property } from '../../src/graph/model/property.js';
import { Resource } from '../../src/graph/model/resource.js';
import { placeOfUse } from '../../src/queries/references.js';

const app = (Arn: Json) => ({
  Orders: stack('eu-west-1', {
    Queue: resource('AWS::SQS::Queue', {}),
    QueuePolicy: resource('AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          },
        ],
      },
    }),
    Nightly: resource('AWS::Events::Rule', { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'queue', Arn }] }),
  }),
});

export default defineCheck({
  id: 'reference/arn-needed',
  title: 'Ref returns a name or URL where an ARN is needed',
  severity: 'error',
  docs: {
    why: 'What `Ref` returns differs from type to type: an ARN of a topic, the URL of a queue, the name of a role or function. A property or policy that wants an ARN rejects the others when it is deployed: "Provided Arn is not in correct format", "Resource … must be in ARN format or \'*\'", "failed to satisfy constraint: Member must satisfy regular expression pattern: arn:…".',
    fix: 'Use the ARN of the construct: `queue.queueArn`, `role.roleArn`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
      'https://github.com/serverless/serverless/issues/7276',
      'https://github.com/yvele/aws-cfn-custom-resource-lambda-edge/issues/2',
      'https://github.com/CloudSnorkel/CloudWatch2S3/issues/1',
    ],
    templateFix: 'Use `Fn::GetAtt` with the attribute `Arn`.',
    bad: app({ Ref: 'Queue' }),
    good: app({ 'Fn::GetAtt': ['Queue', 'Arn'] }),
  },
  *graph({ graph }) {
    for (const link of graph.links) {
      const got = whatIsGot(link);
      if (got === undefined || !(link.from instanceof Resource)) continue;
      const severity = severityAt(link.from.type, link.path);
      if (severity === undefined || !isCertainUse(graph, link)) continue;
      const at = placeOfUse(link);
      // A name within an ARN is where it belongs.
      if (!(at instanceof Property) || at.reference?.resource !== link.to) continue;
      const arn = REF_NAMES[link.to.type]?.arn;
      yield {
        at,
        severity,
        message: `This is the ${got} of ${link.to.displayNameFrom(link.from)}, and an ARN is needed${severity === 'error' ? ': the deployment fails' : ', by the name of the property'}.`,
        ...(arn !== undefined && { fix: `Use the ARN: \`${arn}\`.` }),
        related: [{ at: link.to, message: 'This is what it names.' }],
      };
    }
  },
});

/** What the reference returns where that is certainly no ARN. */
function whatIsGot({ kind, attribute, to }: Link): string | undefined {
  if (kind === 'ref') return REF_NAMES[to.type]?.returns;
  return kind === 'get-att' && to.type.startsWith('AWS::') && attribute?.endsWith('Name') ? 'name' : undefined;
}

/** Undefined where a name may be right; a warning where the name of the property alone says that it wants an ARN. */
function severityAt(type: string, path: Link['path']): Severity | undefined {
  if (!type.startsWith('AWS::') || type === 'AWS::CloudFormation::CustomResource') return undefined;
  const index = path.findLastIndex((step) => typeof step === 'string' && !step.startsWith('Fn::'));
  const last = String(path[index]);
  const isElement = last === 'Resource' || last === 'NotResource' || (last === 'AWS' && String(path[index - 1]).endsWith('Principal'));
  if (isElement) return path.includes('Statement') ? 'error' : undefined;
  // Whoever writes the app names these.
  if (path.some((step) => FREE_FORM.has(String(step)))) return undefined;
  if (ARN_PROPERTIES[type]?.includes(last) === true) return 'error';
  if (!ENDS.some((end) => last.endsWith(end)) || NAMES_ACCEPTED.has(type)) return undefined;
  return ARNS_CHECKED.has(type) ? 'error' : 'warning';
}

const ENDS = ['Arn', 'ARN', 'Arns', 'ARNs'];
