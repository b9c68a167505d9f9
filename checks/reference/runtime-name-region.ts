import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { placesAt } from '../../src/queries/region-of.js';
import { SECRET } from '../../src/queries/secrets.js';

const PARAMETER = 'AWS::SSM::Parameter';
const app = (region: string) => ({
  Config: stack('us-east-1', { Limits: resource(PARAMETER, { Name: '/shop/limits', Type: 'String', Value: '5' }) }),
  Shop: stackAfter('Config', region, {
    Handler: resource('AWS::Lambda::Function', {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::482731905566:role/shop',
      Code: { ZipFile: '//' },
      Environment: { Variables: { LIMITS: '/shop/limits' } },
    }),
  }),
});

export default defineCheck({
  id: 'reference/runtime-name-region',
  title: 'Environment variable names a parameter or secret of another region',
  severity: 'warning',
  types: ['AWS::Lambda::Function', 'AWS::ECS::TaskDefinition'],
  docs: {
    why: 'Parameters and secrets belong to a region, and a name is looked up in the region of the caller: "If the parameter exists in a different Region, then the full ARN must be specified." The stack deploys, and the program fails when it runs: ParameterNotFound, ResourceNotFoundException.',
    fix: "Declare the parameter in each region, replicate the secret (`replicaRegions`), or pass the region, too, and use it: `environment: { LIMITS: parameter.parameterName, LIMITS_REGION: 'us-east-1' }`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-secret.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ],
    templateFix:
      'Declare the parameter in each region, replicate the secret (`ReplicaRegions`), or pass the region, too, and use it: `Environment: { Variables: { LIMITS: NAME, LIMITS_REGION: us-east-1 } }`.',
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  *resource(runner) {
    if (runner.region === undefined || runner.account === undefined) return;
    const places = placesOf(runner);
    for (const at of places) {
      const named = namedBy(at);
      if (named?.region === undefined || named.region === runner.region || named.account !== runner.account) continue;
      // A program that gets the region as well asks there.
      if (places.some(({ text }) => text?.includes(named.region ?? ''))) continue;
      const what = named.type === SECRET ? 'secret' : 'parameter';
      yield {
        at,
        fill: { 'us-east-1': named.region },
        message: `${runner.displayName} runs in ${runner.region} and is given the name of the ${what} ${named.physicalName ?? named.displayNameFrom(runner)}, which is in ${named.region} only: a name is looked up in the region of the caller.`,
        related: [{ at: named, message: `The ${what} is declared in ${named.region}.` }],
      };
    }
  },
});

function placesOf(runner: Resource): readonly Property[] {
  if (runner.type === 'AWS::Lambda::Function') return (runner.property('Environment', 'Variables').entries ?? []).map(([, at]) => at);
  return placesAt(runner, 'ContainerDefinitions.*.Environment.*.Value', 'ContainerDefinitions.*.Secrets.*.ValueFrom');
}

/** The one parameter or secret that a name means, when none of that name is where the name is used. */
function namedBy(at: Property): Resource | undefined {
  const { reference, text, resource: runner } = at;
  const { graph } = runner;
  if (reference !== undefined)
    return reference.attribute === undefined && reference.resource.type === PARAMETER ? reference.resource : undefined;
  // A word may be anything.
  if (text === undefined || !/^\/?[\w.-]+\/[\w./-]+$/.test(text)) return undefined;
  const all = graph.names.named(text, [PARAMETER, SECRET]);
  const isHere = all.some((one) => one.region === runner.region || one.region === undefined || isReplicated(one, runner.region));
  return isHere ? undefined : all.find(({ account }) => account === runner.account);
}

/** Also when that is not known. */
function isReplicated(secret: Resource, region: string | undefined): boolean {
  return secret.property('ReplicaRegions').items?.every((replica) => ![region, undefined].includes(replica.get('Region').text)) !== true;
}
