import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { isRegion, partitionOf } from '../../src/facts/regions.js';
import { hasText } from '../../src/graph/model/json.js';
import { type PlacedText, placedTexts } from '../../src/queries/placed-texts.js';
import { placeOfUse } from '../../src/queries/references.js';

const app = (region: string) => ({
  Data: stack('eu-west-1', {
    Login: resource('AWS::DMS::Endpoint', {
      EndpointType: 'source',
      EngineName: 'postgres',
      Password: `{{resolve:secretsmanager:arn:aws:secretsmanager:${region}:482731905566:secret:orders/login-a1B2c3:SecretString:password}}`,
    }),
  }),
});

/** `{{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:111122223333:secret:orders/login-a1B2c3:SecretString:password}}` */
const SECRET = /\{\{resolve:secretsmanager:arn:[a-z-]{3,20}:secretsmanager:([a-z0-9-]{1,30}):/;

export default defineCheck({
  id: 'region/dynamic-reference-region',
  title: 'Dynamic reference to a secret of a different region',
  severity: 'error',
  docs: {
    why: 'CloudFormation asks Secrets Manager in the region of the stack, whatever region the ARN of a dynamic reference names: "Secrets Manager can\'t find the specified secret."',
    fix: 'Replicate the secret into the region of the stack (`replicaRegions` of `secretsmanager.Secret`), and name it by its name, which is the same in all regions: `SecretValue.secretsManager("orders/login", { jsonField: "password" })`.',
    sources: ['https://github.com/aws/aws-cdk/issues/12086'],
    templateFix:
      'Replicate the secret into the region of the stack, and write its name in place of its ARN: `{{resolve:secretsmanager:orders/login:SecretString:password}}`.',
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *stack(stack, { graph }) {
    const { region } = stack.environment;
    if (region === undefined || !stack.template.hasDynamicReferences) return;
    const reported = new Set<string>();
    for (const { path, text } of textsOf(stack)) {
      const found = SECRET.exec(text)?.[1];
      if (found === undefined || found === region || !isRegion(found) || partitionOf(found) !== partitionOf(region)) continue;
      const from = graph.resource(stack, String(path[1]));
      if (from === undefined || from.existence !== 'certain' || reported.has(from.id)) continue;
      reported.add(from.id);
      yield {
        at: placeOfUse({ from, path: path.slice(2) }),
        message: `${from.displayName} reads a secret of ${found}, and CloudFormation looks for it in ${region}, the region of the stack: "Secrets Manager can't find the specified secret."`,
      };
    }
  },
});

/** Of resources that name a secret by its ARN, which few do. */
function* textsOf({ template }: Stack): Generator<PlacedText> {
  for (const [name, { raw }] of template.resources)
    if (hasText(raw.Properties, (text) => SECRET.test(text))) yield* placedTexts(raw.Properties, ['Resources', name, 'Properties']);
}
