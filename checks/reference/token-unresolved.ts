import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Place, Problem } from '../../src/check/problem.js';
import { lookupOfDummy } from '../../src/facts/lookup-dummies.js';
import { NAMED_TYPES } from '../../src/facts/resource-names.js';
import { lastKey } from '../../src/graph/model/property.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';
import { groupBy } from '../../src/group-by.js';
import { placeOfUse } from '../../src/queries/references.js';
import { tableOf } from '../../src/table-of.js';
import { type TokenText, tokenIn, tokenTextsIn } from './model/token-texts.js';

/** A token may stand in every statement of a stack. */
const MAX_RELATED = 20;

const bucket = (name: string) => ({ Data: stack('eu-west-1', { Logs: resource('AWS::S3::Bucket', { BucketName: name }) }) });

export default defineCheck({
  id: 'reference/token-unresolved',
  title: 'Unresolved CDK token or missing value in a template',
  severity: 'error',
  docs: {
    why: 'While the app runs, a value that is only known at deployment is a token: `bucket.bucketName` is the text `${Token[TOKEN.12]}`, and synthesis replaces it. `toLowerCase()`, `substring()`, `split()`, `JSON.stringify()` or a text built around an object change the token, and then the template holds the changed text itself: `${token[token.12]}`, `[object Object]`, `undefined`. The service rejects it, or takes it as it is. So it does with `${AWS::Region}` outside of `Fn::Sub`, with a function that became a text, and with the dummy value of a lookup that was not done.',
    fix: 'Do not change tokens with operations on strings: use `Fn.select`, `Fn.split`, `Stack.toJsonString`, `Lazy.string`, and test with `Token.isUnresolved(value)`. A variable that may be missing (`process.env.ACCOUNT`) is tested before it is used.',
    sources: [
      'https://docs.aws.amazon.com/cdk/v2/guide/tokens.html',
      'https://github.com/aws/aws-cdk/issues/18802',
      'https://github.com/aws/aws-cdk/issues/26103',
      'https://github.com/aws/aws-cdk/issues/18282',
      'https://github.com/serverless/serverless/issues/3967',
      'https://github.com/aws/aws-cdk/issues/9922',
      'https://github.com/aws/aws-cdk/issues/13812',
      'https://github.com/aws/aws-cdk/issues/16342',
    ],
    templateFix: 'Write the value itself: the text that stands here comes from a program that wrote the template and did not know it.',
    bad: bucket('logs-${token[token.12]}'),
    good: bucket('logs-eu-west-1'),
  },
  *stack(stack, { graph }) {
    yield* tagsWithToken(stack);
    // Lookups that the manifest says were not done are reported by `assembly/context-missing`.
    const isLookedUp = graph.assemblies.every(({ missingContext }) => missingContext.length === 0);
    const places = tokenTextsIn(stack).flatMap((text) => {
      const at = text.kind !== 'dummy' || isLookedUp ? placeOf(text, stack, graph) : undefined;
      return at === undefined ? [] : [{ ...text, at }];
    });
    // One token is one cause wherever it stands; the other texts are looked at by resource.
    for (const [, group] of groupBy(places, ({ kind, left, path }) =>
      kind === 'token' || kind === 'dummy' ? left : `${left} ${path.slice(0, 2).join(' ')}`,
    )) {
      const [first, ...others] = [...group].sort((one, other) => Number(isRejected(other, stack)) - Number(isRejected(one, stack)));
      if (first === undefined) continue;
      yield {
        at: first.at,
        ...describe(first, stack),
        ...(others.length > 0 && {
          related: others.slice(0, MAX_RELATED).map(({ at }) => ({ at, message: `${first.left} is here, too.` })),
        }),
      };
    }
  },
});

/** Tags of the stack itself are written by the CLI, which knows no tokens. Nested stacks have those of their parents. */
function* tagsWithToken(stack: Stack): Generator<Problem> {
  if (stack.parent !== undefined) return;
  for (const [key, value] of stack.tags) {
    const left = tokenIn(`${key}=${value}`);
    if (left === undefined) continue;
    yield {
      at: stack,
      severity: 'warning',
      message: `The tag ${key} of the stack holds ${left}, a token of the CDK: tags of stacks are not part of a template, and nothing replaces it. Every resource of the stack gets this text, too, and a service that allows no such signs in tags rejects it.`,
      fix: "Write the text itself, or leave the stack out: `Tags.of(this).add(key, value, { excludeResourceTypes: ['aws:cdk:stack'] })`.",
    };
  }
}

function placeOf({ path }: TokenText, stack: Stack, graph: ResourceGraph): Place | undefined {
  const [section, name, ...rest] = path;
  if (section !== 'Resources') return new TemplatePart(stack, path);
  const resource = graph.resource(stack, String(name));
  return resource === undefined ? undefined : placeOfUse({ from: resource, path: rest });
}

/** Of the class `Aws`. */
const CONSTANTS: Readonly<Record<string, string>> = tableOf({
  '${AWS::AccountId}': 'ACCOUNT_ID',
  '${AWS::Partition}': 'PARTITION',
  '${AWS::Region}': 'REGION',
  '${AWS::StackId}': 'STACK_ID',
  '${AWS::StackName}': 'STACK_NAME',
  '${AWS::URLSuffix}': 'URL_SUFFIX',
});

function describe(text: TokenText, stack: Stack): Pick<Problem, 'message' | 'severity' | 'fix'> {
  const severity = isRejected(text, stack) ? 'error' : 'warning';
  const key = lastKey(text.path);
  const consequence = severity === 'error' ? 'The deployment fails.' : 'It is deployed as this text.';
  if (text.kind === 'token')
    return {
      severity,
      message: `${key} holds ${text.left}, a token of the CDK that was changed before synthesis could replace it. ${consequence}`,
    };
  if (text.kind === 'object')
    return { severity, message: `${key} holds "${text.left}": an object or a token was used where a string was built. ${consequence}` };
  if (text.kind === 'pseudo')
    return {
      severity,
      message: `${key} holds ${text.left} outside of Fn::Sub, where CloudFormation does not replace it. ${consequence}`,
      fix: `Write the token itself, \`Aws.${CONSTANTS[text.left] ?? 'REGION'}\` or \`stack.region\`, or put the text into \`Fn.sub(…)\`.`,
    };
  if (text.kind === 'function')
    return {
      severity,
      message: `${key} holds "${text.left}" as a text: CloudFormation evaluates functions only where they are objects of the template. ${consequence}`,
      fix: 'Pass the token (`queue.queueArn`) instead of a text; `Stack.toJsonString` keeps tokens inside of JSON.',
    };
  if (text.kind === 'dynamic')
    return {
      severity,
      message: `${key} holds "${text.left}", which is no dynamic reference: CloudFormation knows ssm, ssm-secure and secretsmanager. ${consequence}`,
      fix: 'Let the CDK write it: `SecretValue.secretsManager(name)`, `SecretValue.ssmSecure(name)`, `StringParameter.valueForStringParameter(this, name)`.',
    };
  if (text.kind === 'shared')
    return {
      severity: 'warning',
      message: `${key} holds "${text.left}": dynamic references take the name of a parameter of the own account and region, and no ARN: "Currently, CloudFormation doesn't support cross-account SSM parameter access."`,
      fix: 'Read a parameter that another account shares through a parameter of the template: `StringParameter.fromStringParameterArn(this, "Shared", arn).stringValue`.',
    };
  if (text.kind === 'arn')
    return {
      severity,
      message: `${key} holds "${text.left}", an ARN with one part too few: those of IAM have an empty region, \`arn:aws:iam::ACCOUNT:role/NAME\`. ${consequence}`,
      fix: 'Let the CDK build it, `role.roleArn`, or write the second colon.',
    };
  if (text.kind === 'dummy')
    return {
      severity,
      message: `${key} holds "${text.left}", the dummy value of ${text.lookup}: the lookup was not done. ${consequence}`,
      fix: 'Run `cdk synth` with credentials for the account, and commit the `cdk.context.json` that it writes. If that holds the dummy value, delete the entry with `cdk context --reset`.',
    };
  return { severity, message: `${key} holds "${text.left}": a value was missing when the string was built. ${consequence}` };
}

/** Names of resources have no signs of tokens in any service, and a principal must exist. */
function isRejected({ kind, left, path }: TokenText, stack: Stack): boolean {
  const [section, name, properties, ...below] = path;
  if (section !== 'Resources' || properties !== 'Properties') return false;
  const type = stack.template.resources.get(String(name))?.type ?? '';
  // "The policy failed legacy parsing.": https://github.com/serverless/serverless/issues/3967
  if (kind === 'pseudo' && type.startsWith('AWS::IAM::') && below.includes('Statement')) return true;
  if (kind === 'dummy') return lookupOfDummy(left, String(below.findLast((step) => typeof step === 'string') ?? '')) !== undefined;
  if (kind === 'arn') return /(?:Arns?|ARNs?|AWS|Resource|Role|Roles)$/.test(lastKey(path) ?? '');
  if (kind === 'missing') return below.at(-2) === 'Principal' || below.at(-3) === 'Principal';
  return NAMED_TYPES.get(type)?.property === below.join('.');
}
