import { expect, it } from 'vitest';
import check from '../../../checks/assembly/asset-missing.js';
import { findingsIn } from '../../support/findings-in.js';

const file = (name: string) => `asset.${name}`;

it('reports once of all that is missing, at the first stack that lists it', () => {
  expect(findingsIn({ Api: { assets: { [file('a')]: true } }, Web: { assets: { [file('b')]: false } } }, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'assembly/asset-missing',
      stack: 'Web',
      message: 'The asset asset.b is not in the assembly: `cdk deploy` from this folder fails when it uploads its assets.',
    },
  ]);
  const shared = { [file('b')]: false };
  expect(
    findingsIn({ Api: { assets: shared }, Web: { assets: { ...shared, [file('c')]: false, [file('d')]: false } } }, check),
  ).toMatchObject([{ stack: 'Api', message: expect.stringContaining('asset.b is not in the assembly, nor are 2 other assets: ') }]);
});

it('reports nothing when all are there', () => {
  expect(findingsIn({ Web: { assets: { [file('b')]: true } } }, check)).toEqual([]);
});
