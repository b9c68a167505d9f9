import { describe, expect, it } from 'vitest';
import { listUnresolved } from '../../src/report/graph/unresolved.js';
import { documentOf } from '../graph-page/documents.js';
import { hostileAssembly, TWO_REGIONS } from '../graph-page/sketches.js';

const PLAIN = { colors: false, width: 100 };

describe('the list of references that could not be resolved', () => {
  it('says of each what it names, why it leads nowhere, and where it stands', () => {
    expect(listUnresolved(documentOf(TWO_REGIONS), PLAIN)).toBe(`external (1) names something that no stack here defines
  elsewhere:Queue  import: no stack in this app exports it
    api-use1/Handler  Properties.Missing

unknown (1) cannot be known before the deployment
  Mode  template parameter: the parameter has no value that is certain
    api-use1/Handler  Properties.Mode

2 references cannot be followed. 6 links are exact, 1 inferred from equal names or ARNs.
`);
  });

  it('says when there are none', () => {
    expect(listUnresolved(documentOf({ stacks: {} }), PLAIN)).toBe(
      'Every reference is resolved. 0 links are exact, 0 inferred from equal names or ARNs.\n',
    );
  });

  it('shows what a terminal would obey', () => {
    const text = listUnresolved(documentOf(hostileAssembly()), PLAIN);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u2029\u202e]/);
    expect(text).toContain('\\u{1b}[31mred\\u{202e}gnirts');
  });
});
