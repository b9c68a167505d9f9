import { expect, it } from 'vitest';
import check from '../../../checks/region/environment-agnostic.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/environment-agnostic",
        "message": "2 stacks are named after different regions (Orders-us-east-1, Orders-us-west-2) and none of them has a region: all are deployed to the region of the command line.",
        "related": [
          {
            "message": "This one too.",
            "stack": "Orders-us-west-2",
          },
        ],
        "severity": "warning",
        "stack": "Orders-us-east-1",
      },
    ]
  `);
});

it.each<[string, Example]>([
  ['one stack', { 'App-us-east-1': { resources: {} } }],
  ['one region', { 'App-us-east-1': { resources: {} }, 'Web-us-east-1': { resources: {} } }],
  ['no regions in the names', { Primary: { resources: {} }, Secondary: { resources: {} } }],
  ['stacks that have a region', { 'App-us-east-1': { region: 'us-east-1', resources: {} }, 'App-us-west-2': { resources: {} } }],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
