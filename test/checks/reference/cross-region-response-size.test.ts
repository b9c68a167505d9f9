import { expect, it } from 'vitest';
import check from '../../../checks/reference/cross-region-response-size.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the number of values and the size of the answer', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'reference/cross-region-response-size',
      severity: 'error',
      stack: 'Reader',
      logicalId: 'ExportsReader',
      propertyPath: 'ReaderProps.imports',
      message:
        'The 40 values that this stack reads from other regions make an answer of more than 5,000 bytes with their names, and a custom resource may return 4,096: "Response object is too long".',
    },
  ]);
});

it('ignores a few', () => {
  expect(findingsIn(check.docs.good, check)).toEqual([]);
});
