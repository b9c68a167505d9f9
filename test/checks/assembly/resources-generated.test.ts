import { expect, it } from 'vitest';
import check from '../../../checks/assembly/resources-generated.js';
import { findingsIn } from '../../support/findings-in.js';

it('names what generates resources', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'assembly/resources-generated',
      stack: 'Tables',
      message: 'CloudFormation generates resources of Tables with Fn::ForEach::Tables: they are not in the template, and are not checked.',
    },
  ]);
});
