import type { Json, Stack } from '../../../src/assembly/model.js';
import { DUMMY_PARTS, lookupOfDummy } from '../../../src/facts/lookup-dummies.js';
import type { TemplatePath } from '../../../src/graph/model/property.js';

/** A text of a template in which something stands that was meant to be a value. */
export interface TokenText {
  /** From the template's root: `['Resources', 'Logs', 'Properties', 'BucketName']`. */
  readonly path: TemplatePath;
  /** What was left behind: `${token[TOKEN.12]}`, `[object Object]`, `undefined`. */
  readonly left: string;
  readonly kind: 'token' | 'object' | 'missing' | 'pseudo' | 'function' | 'dynamic' | 'shared' | 'dummy' | 'arn';
  /** The lookup of the CDK that was not done. */
  readonly lookup?: string;
}

/**
 * How the CDK writes tokens into texts, lists and numbers. It replaces them at synthesis, unless a text operation changed them: case, cut, signs removed.
 * Source: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/private/encoding.ts
 */
const TOKEN = /[$#]\{?token\[[\w.:-]{0,80}\]?\}?|TokenTOKEN\.?\d+|-1\.\d{10,16}e\+289/i;
const OBJECT = /\[object (?:Object|Array|Promise)\]/;
/** A part of a name, a host or an ARN. */
const UNDEFINED = /(?<![A-Za-z0-9])undefined(?![A-Za-z0-9])/;
/** A field of an ARN. */
const EMPTY_FIELD = /(?<=:)(?:null|NaN)(?=:)/;
/** Replaced in `Fn::Sub` only. */
const PSEUDO = /\$\{AWS::(?:AccountId|NotificationARNs|Partition|Region|StackId|StackName|URLSuffix)\}/;
/** An ARN of IAM with a colon too few, so that the account stands where others have the region. */
const SHORT_ARN = /^arn:[a-z-]{3,20}:iam:(?:\d{12}|\$\{AWS::AccountId\}):[a-z-]{1,20}\//;
/** A function of CloudFormation that became a text: by its YAML tag, or as JSON. */
const FUNCTION =
  /^!(?:Ref|GetAtt|Sub|ImportValue|Join|Select|FindInMap|GetAZs|Split)\s\S|^\{"(?:Ref|Fn::(?:GetAtt|Sub|ImportValue|Join|Select|FindInMap|GetAZs|Split))":/;
/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const DYNAMIC = /\{\{resolve:(?!(?:ssm|ssm-secure|secretsmanager):)[\w-]{0,40}/;
/** "Currently, CloudFormation doesn't support cross-account SSM parameter access." Source: https://github.com/aws/aws-cdk/issues/30603 */
const SHARED_PARAMETER = /\{\{resolve:ssm(?:-secure)?:arn:[\w:/.-]{0,200}/;
/** What names an account or a principal as a whole. */
const IDENTITY_KEY = /^(?:AWS|Service|Federated|.*Account(?:Id|s|Ids)?)$/;
/** Programs and documents in a template, which may say any of this. */
const CODE_KEY =
  /^(?:ZipFile|FunctionCode|Code|InlineCode|UserData|Fn::Base64|BuildSpec|Script|Content|Description|Definition|ParameterOverrides|.*(?:Template|Body))$/;
const MAX_SHOWN = 80;
const SUBSTITUTION = /\$\{[\w:.]+\}/g;
/** Code and sentences have spaces and quotes, identifiers have not. */
const PLAIN = /^[^\s"'`;(){}<>]{1,1024}$/;

/** What tokens and missing values left in a stack's template, in its order. */
export function tokenTextsIn({ template }: Stack): readonly TokenText[] {
  if (!template.mayHaveTokens) return [];
  const found: TokenText[] = [];
  const path: (string | number)[] = [];
  const at = (step: string | number, visit: () => void): void => {
    path.push(step);
    visit();
    path.pop();
  };
  const look = (text: string, isCode: boolean, key: string): void => {
    const left = leftIn(text, isCode, key, isSubstituted(path));
    if (left !== undefined) found.push({ path: [...path], ...left });
  };
  const walk = (raw: Json | undefined, isCode: boolean, key: string): void => {
    if (typeof raw === 'string') look(raw, isCode, key);
    else if (typeof raw === 'number') look(String(raw), isCode, key);
    else if (Array.isArray(raw)) for (const [index, item] of raw.entries()) at(index, () => walk(item as Json, isCode, key));
    else if (typeof raw === 'object' && raw !== null) {
      for (const [name, value] of Object.entries(raw)) {
        at(name, () => {
          look(name, true, '');
          walk(value, isCode || CODE_KEY.test(name), name);
        });
      }
    }
  };
  for (const [name, { raw }] of template.resources)
    at('Resources', () => at(name, () => at('Properties', () => walk(raw.Properties, false, ''))));
  for (const [name, raw] of template.outputs) at('Outputs', () => at(name, () => walk(raw, false, '')));
  for (const [name, raw] of template.parameters)
    if (raw.Default !== undefined) at('Parameters', () => at(name, () => at('Default', () => walk(raw.Default, false, ''))));
  for (const [name, raw] of template.mappings) at('Mappings', () => at(name, () => walk(raw, false, '')));
  return found;
}

/** Whether a text is the first argument of `Fn::Sub`. */
function isSubstituted(path: TemplatePath): boolean {
  return path.at(-1) === 'Fn::Sub' || (path.at(-2) === 'Fn::Sub' && path.at(-1) === 0);
}

/** A token of the CDK that stands in a text. */
export function tokenIn(text: string): string | undefined {
  return TOKEN.exec(text)?.[0];
}

function leftIn(text: string, isCode: boolean, key: string, isInSub: boolean): Omit<TokenText, 'path'> | undefined {
  const token = tokenIn(text);
  if (token !== undefined) return { left: token, kind: 'token' };
  if (isCode) return undefined;
  const object = OBJECT.exec(text)?.[0];
  if (object !== undefined && !/[\n;]/.test(text)) return { left: object, kind: 'object' };
  const [dynamic] = DYNAMIC.exec(text) ?? [];
  if (dynamic !== undefined) return { left: dynamic, kind: 'dynamic' };
  const [shared] = SHARED_PARAMETER.exec(text) ?? [];
  if (shared !== undefined) return { left: shared.slice(0, MAX_SHOWN), kind: 'shared' };
  if (FUNCTION.test(text)) return { left: text.slice(0, MAX_SHOWN), kind: 'function' };
  if (IDENTITY_KEY.test(key) && /^(?:undefined|null|NaN)$/.test(text)) return { left: text, kind: 'missing' };
  const dummy = dummyIn(text, key);
  if (dummy !== undefined) return dummy;
  if (!PLAIN.test(text.replaceAll(SUBSTITUTION, ''))) return undefined;
  const [pseudo] = isInSub ? [] : (PSEUDO.exec(text) ?? []);
  if (pseudo !== undefined) return { left: pseudo, kind: 'pseudo' };
  const [short] = SHORT_ARN.exec(text) ?? [];
  if (short !== undefined) return { left: text.slice(0, MAX_SHOWN), kind: 'arn' };
  const missing = UNDEFINED.exec(text)?.[0] ?? EMPTY_FIELD.exec(text)?.[0];
  return missing === undefined ? undefined : { left: missing, kind: 'missing' };
}

function dummyIn(text: string, key: string): Omit<TokenText, 'path'> | undefined {
  const whole = lookupOfDummy(text, key);
  if (whole !== undefined) return { left: text, kind: 'dummy', lookup: whole };
  for (const part of DUMMY_PARTS) {
    const left = part.text.exec(text)?.[0];
    if (left !== undefined) return { left, kind: 'dummy', lookup: part.lookup };
  }
  return undefined;
}
