import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import { behaviorsOf } from '../../src/queries/edge-functions.js';

const FUNCTION = 'arn:aws:lambda:us-east-1:482731905566:function:rewrite:7';
const site = (event: string) => ({
  Site: {
    region: 'us-east-1',
    resources: {
      Cdn: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Origins: [{ Id: 'shop', DomainName: 'origin.acme-bank.io', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
            DefaultCacheBehavior: {
              TargetOriginId: 'shop',
              ViewerProtocolPolicy: 'https-only',
              FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::482731905566:function/headers' }],
              LambdaFunctionAssociations: [{ EventType: event, LambdaFunctionARN: FUNCTION }],
            },
          },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'cloudfront/edge-functions-combined',
  title: 'Edge functions of a cache behavior that cannot be combined',
  severity: 'error',
  types: ['AWS::CloudFront::Distribution'],
  docs: {
    why: 'In a cache behavior "each event type (viewer request, origin request, origin response, and viewer response) can have only one edge function association", and "you can’t combine CloudFront Functions and Lambda@Edge in viewer events". A function gets the body of a request, so `IncludeBody` belongs to events of requests. CloudFront rejects the distribution otherwise ("InvalidLambdaFunctionAssociation").',
    fix: 'Put what both functions do at the viewer into one of them, or move the Lambda@Edge function to an event of the origin: `edgeLambdas: [{ eventType: cloudfront.LambdaEdgeEventType.ORIGIN_REQUEST, functionVersion }]`. Use `includeBody` at request events only.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html',
      'https://github.com/serverless-nextjs/serverless-next.js/pull/533',
    ],
    templateFix:
      'Leave one function for each `EventType` of the behavior; use either `FunctionAssociations` or `LambdaFunctionAssociations` for viewer events; set `IncludeBody` at request events only.',
    bad: site('viewer-response'),
    good: site('origin-request'),
  },
  *resource(distribution) {
    for (const behavior of behaviorsOf(distribution)) {
      const atEdge = behavior.get('LambdaFunctionAssociations').items ?? [];
      const inCloudFront = behavior.get('FunctionAssociations').items ?? [];
      yield* twoOfOneEvent([...atEdge, ...inCloudFront]);
      yield* bothAtViewer(atEdge, inCloudFront);
      for (const association of atEdge) {
        const [body, event] = [association.get('IncludeBody'), association.get('EventType').text];
        if (body.boolean === true && event?.endsWith('-response'))
          yield {
            at: body,
            message: `The function gets no body at ${event}: the distribution is rejected with "The IncludeBody option can only be used with viewer-request or origin-request events."`,
          };
      }
    }
  },
});

function* twoOfOneEvent(associations: readonly Property[]): Generator<Problem> {
  const first = new Map<string, Property>();
  for (const association of associations) {
    const at = association.get('EventType');
    const other = first.get(at.text ?? '');
    if (at.text === undefined) continue;
    if (other === undefined) first.set(at.text, at);
    else
      yield {
        at,
        message: `Another function of this behavior has the event ${at.text} as well: each event can have one, and the distribution is rejected.`,
        related: [{ at: other, message: 'The other association.' }],
      };
  }
}

/** Of different events; two of one event are reported as such. */
function* bothAtViewer(atEdge: readonly Property[], inCloudFront: readonly Property[]): Generator<Problem> {
  const events = atEdge.map((association) => association.get('EventType')).filter(({ text }) => text?.startsWith('viewer-'));
  const other = inCloudFront.map((association) => association.get('EventType')).find(({ text }) => text !== undefined);
  const at = events.find(({ text }) => text !== other?.text);
  if (at === undefined || other === undefined || events.some(({ text }) => text === other.text)) return;
  yield {
    at,
    message: `A Lambda@Edge function has the event ${at.text}, and a CloudFront function ${other.text}: both kinds cannot be at viewer events of one behavior, and the distribution is rejected.`,
    related: [{ at: other, message: 'The CloudFront function.' }],
  };
}
