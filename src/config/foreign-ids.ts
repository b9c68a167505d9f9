import { matcher } from './globs.js';

/** Names under which findings of other tools may come, whether or not they ran. */
const PLUGINS = [
  'cfn-lint',
  'cloudformation-validate',
  'cdk-preflight',
  'cdk-validator-cfnguard',
  // cdk-nag's packs
  'AwsSolutions',
  'HIPAA.Security',
  'NIST.800.53.R4',
  'NIST.800.53.R5',
  'PCI.DSS.321',
  'Serverless',
] as const;

/** Whether an id, or a glob of ids, is of another tool: `cfn-lint/E3012`, `AwsSolutions/*`. */
export function foreignIds(plugins: Iterable<string>): (id: string) => boolean {
  const all = [...new Set([...PLUGINS, ...plugins])];
  return (id) => {
    const slash = id.indexOf('/');
    const plugin = slash === -1 ? id : id.slice(0, slash);
    // The rules of cfn-lint have a form that tells a slip of the pen.
    if (plugin === 'cfn-lint' && slash !== -1) return /^[A-Z]\d{4}$/.test(id.slice(slash + 1)) || /[*?{[]/.test(id.slice(slash + 1));
    return all.includes(plugin) || (slash > 0 && all.some(matcher([plugin])));
  };
}
