import type { TABLES } from '../../src/organization/schema.js';
import { KINDS } from './kinds.js';
import type { Application } from './plan.js';

type Value = string | number | boolean | null;
export type IndexRows = Readonly<Record<keyof typeof TABLES, readonly Readonly<Record<string, Value>>[]>>;

/** The index of an application, as it would be written from its assembly. */
export function rowsOf({ name: application, base, service, far }: Application, date = '2026-01-31'): IndexRows {
  const origin = { application, commit: `commit-of-${date}` };
  const stacks = [base, service, far];
  return {
    stacks: stacks.map(({ id, account, region }) => ({
      ...origin,
      stack: id,
      stack_name: id,
      account,
      region,
      synthesized_at: `${date} 12:00:00`,
      repository: `https://github.com/acme/${application}`,
      owner: `team-${Number(application.slice(-4)) % 40}`,
      schema_version: 1,
      artifact: 'cdk.out',
      nested_in: null,
      resources: 450,
    })),
    definitions: stacks.flatMap(({ id, account, region, definitions }) =>
      definitions.map(({ kind, name, value }, index) => ({
        ...origin,
        stack: id,
        stack_name: id,
        account,
        region,
        kind,
        type: KINDS[kind].type,
        name,
        scope: KINDS[kind].scope,
        exclusive: KINDS[kind].exclusive,
        resource_type: KINDS[kind].type,
        logical_id: `Definition${index}`,
        construct: `${id}/Definition${index}`,
        file: 'lib/base.ts',
        line: 10 + index,
        stateful: false,
        value_hash: value,
        fingerprint: `${id}/${index}`,
      })),
    ),
    references: stacks.flatMap(({ id, account, region, references }) =>
      references.map(({ kind, name, ...target }, index) => ({
        ...origin,
        stack: id,
        stack_name: id,
        account,
        region,
        kind,
        type: KINDS[kind].type,
        name,
        target_account: target.account,
        target_region: target.region,
        resource_type: 'AWS::Lambda::Function',
        logical_id: `Reference${index}`,
        property: 'Environment.Variables.TARGET',
        construct: `${id}/Reference${index}`,
        file: 'lib/service.ts',
        line: 20 + index,
        strength: KINDS[kind].strength,
        certain: true,
        fingerprint: `${id}/${index}`,
      })),
    ),
    findings: [],
  };
}
