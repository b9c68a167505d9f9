import { type Bomb, one, range } from './bomb.js';

/** A million entries in one place, which a check or a reporter reads. */
export function millions(): Record<string, Bomb> {
  const million = range(1_000_000);
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: million };
  return {
    'in a property': () =>
      one({
        resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [statement] } }] },
          },
        },
      }),
    'in the manifest': () => ({
      stacks: { Data: { region: 'us-east-1', resources: {}, artifact: { dependencies: million } } },
      manifest: { missing: million },
    }),
    'in metadata': () => one({ resources: {}, metadata: { '/Data/A': million } }),
    'in an asset manifest': () => ({
      ...one({ resources: {} }),
      files: { 'Data.assets.json': { version: '55.0.0', files: million, dockerImages: million } },
    }),
    'in a validation report': () => ({
      ...one({ resources: {} }),
      files: { 'validation-report.json': { version: '55.0.0', pluginReports: [{ pluginName: 'P', violations: million }] } },
    }),
  };
}
