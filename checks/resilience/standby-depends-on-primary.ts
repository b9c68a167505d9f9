import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { promising } from './model/contract-example.js';

const login = {
  Login: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'orders/login', ReplicaRegions: [{ Region: 'us-west-2' }] } },
};
const handler = (secret: string) => ({
  Handler: {
    Type: 'AWS::Lambda::Function',
    Properties: { Role: 'arn:aws:iam::482731905566:role/orders', Code: { ZipFile: '' }, Environment: { Variables: { SECRET: secret } } },
  },
});

export default defineCheck({
  id: 'resilience/standby-depends-on-primary',
  title: 'Standby that needs the lost region',
  severity: 'error',
  docs: {
    why: 'What takes over when a region is lost must not need anything of that region while it works: a secret, a queue, an image, an endpoint. Each region of AWS is isolated, and calls into a lost one fail. Grants that name the other region are no such need. A database whose endpoint changes with its promotion is a warning.',
    fix: 'Let the standby use what stands in its own region: the replica of a secret by its name (`Secret.fromSecretNameV2`), a queue of its own stack, an image in the registry of its region. A value that names a region belongs into the stack of that region.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ],
    templateFix:
      'Let the standby use what stands in its own region: the replica of a secret by its name, a queue of its own stack, an image in the registry of its region. A value that names a region belongs into the template of that region: `!Ref AWS::Region`.',
    bad: promising(
      {},
      { ...login, ...handler('orders/login') },
      handler('arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login-AbCdEf'),
    ),
    good: promising({}, { ...login, ...handler('orders/login') }, handler('orders/login')),
  },
  *graph({ graph, settings }) {
    for (const { contract, dependencies } of assessmentsOf(graph, settings)) {
      for (const { at, lost, on, target, effect, changesAtPromotion, path } of dependencies()) {
        const { resource } = at;
        const isMild = effect === 'notifying' || (changesAtPromotion && contract.mode !== 'active-active');
        const start = `${contract.name} promises to survive the loss of ${lost}, but ${resource.displayName} in ${resource.region}`;
        const middle = effect === 'serving' ? 'needs' : 'sends to';
        yield {
          at,
          severity: isMild ? 'warning' : 'error',
          message: `${start} ${middle} ${target}: ${path.join(' → ')}.`,
          cause: { key: on ?? `${target} ${resource.region}`, here: `${resource.displayName} in ${resource.region} ${middle} ${target}.` },
          ...(on && { related: [{ at: on, message: `Declared here, in ${lost}.` }] }),
        };
      }
    }
  },
});
