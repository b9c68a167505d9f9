import { expect, test } from 'vitest';
import { diagnosticsOf, load } from './diagnostics.js';

const OPEN = ': what is not known of its environment is taken as open.';

test.each([
  ['aws://482731905566/eu-west-1', '482731905566', 'eu-west-1'],
  ['aws://unknown-account/unknown-region', undefined, undefined],
  ['aws://unknown-account/eu-west-1', undefined, 'eu-west-1'],
  ['aws://482731905566/unknown-region', '482731905566', undefined],
  ['aws://37736633/us-region-1', '37736633', 'us-region-1'],
])('reads %s without a word', (environment, account, region) => {
  const assembly = load({ stacks: { Data: { artifact: { environment } } } });
  expect(assembly.stacks[0]?.environment).toEqual({ account, region });
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test.each([
  ['aws://replaceMe/eu-west-1', undefined, 'eu-west-1', 'info', 'has `replaceMe` for an account'],
  ['aws://${Token[AWS.AccountId.0]}/eu-west-1', undefined, 'eu-west-1', 'info', 'has `${Token[AWS.AccountId.0]}` for an account'],
  ['aws://123/${AWS::Region}', '123', undefined, 'info', 'has `${AWS::Region}` for a region'],
  ['aws://x/y z', undefined, undefined, 'info', 'has `x` for an account and `y z` for a region'],
  [
    'awsx://1/eu-west-1',
    undefined,
    undefined,
    'warning',
    'has the environment `awsx://1/eu-west-1`, which is not of the form aws://ACCOUNT/REGION',
  ],
  ['aws://1', undefined, undefined, 'warning', 'has the environment `aws://1`, which is not of the form aws://ACCOUNT/REGION'],
  ['', undefined, undefined, 'warning', 'has the environment ``, which is not of the form aws://ACCOUNT/REGION'],
  [undefined, undefined, undefined, 'warning', 'has no environment'],
  [{ account: '1' }, undefined, undefined, 'warning', 'has no environment'],
])('reads %j with a word', (environment, account, region, severity, problem) => {
  const assembly = load({ stacks: { Data: { artifact: { environment } } } });
  expect(assembly.stacks[0]?.environment).toEqual({ account, region });
  expect(diagnosticsOf(assembly)).toEqual([`${severity} manifest.json: Stack \`Data\` ${problem}${OPEN}`]);
});
