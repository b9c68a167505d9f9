import fc from 'fast-check';

/** What an output must never hold as it is: each is shown escaped, or not at all. */
export const ESCAPE = '\u001b[31mred\u001b[0m';
export const COMMAND = '::error file=x::injected';
export const MARKUP = '<img src=x onerror=alert(1)>';
/** Stands in every file outside of the assembly: no output may hold it. */
export const CANARY = 'canary-6f1c2b';

const PATHS = [
  '../secret.json',
  '../../outside/secret.json',
  '..\\secret.json',
  '/etc/passwd',
  '/proc/self/environ',
  'C:\\secret.json',
  '\\\\host\\share\\x',
  'link-out.json',
  'link-folder/secret.json',
  'link-loop',
  'pipe',
  '.',
  '..',
  '',
  'x\0y',
  'manifest.json',
  'synth.lock',
  'nested',
  'S.template.json',
  './S.template.json',
  'S.template.json/',
] as const;

const STRINGS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  '.',
  'a.b.c',
  '${',
  '${}',
  '${!x}',
  '${A.B.C}',
  '${AWS::Region}',
  '{{resolve:ssm:A}}',
  '{{resolve:ssm:A:1}}{{resolve:secretsmanager:x}}',
  '{{resolve:',
  'arn:aws:s3:::a',
  'arn:aws:dynamodb:us-east-1:482731905566:table/A',
  'arn:::::',
  'arn:aws:iam::482731905566:role/A/B',
  'dummy-value-for-x',
  'Outputs.',
  'Outputs.A',
  'us-east-1',
  'eu-west-1',
  'us-east-1a',
  '482731905566',
  '*',
  '**/**/**/*a*a*a*a*b',
  '{a,{b,{c,{d,{e}}}}}',
  '(((((((((((a+)+)+)+)+)+)+)+)+)+$',
  'a'.repeat(300),
  '.'.repeat(200),
  '/'.repeat(200),
  '\ud800',
  '\udc00\ud800',
  '\u202e\u2066',
  '\0',
  '\r\n',
  '\u2028',
  ESCAPE,
  COMMAND,
  `\n${COMMAND}`,
  `##[error]x`,
  MARKUP,
  `a\\|${MARKUP}`,
  `\\\\|\`${MARKUP}`,
  '_www.evil.example',
  '\\`\\|\ud800',
  '</script><script>alert(1)</script>',
  ']]>',
  '&amp;"\'<>',
  '| a | `b` | [c](javascript:alert(1)) @everyone #1',
  '$(touch pwned)',
  'https://synthcheck.invalid/',
] as const;

const NUMBERS = [0, -0, -1, 1, 0.1, 80, 443, 65_536, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308, 5e-324] as const;

export const hostilePath: fc.Arbitrary<string> = fc.constantFrom(...PATHS);
export const hostileString: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STRINGS) },
  { weight: 2, arbitrary: hostilePath },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
export const hostileNumber: fc.Arbitrary<number> = fc.constantFrom(...NUMBERS);
