import { resource } from '../../src/check/example-parts.js';
import { NEEDED } from '../../src/facts/resilience/needed.js';
import { contractCheck } from './model/contract-check.js';
import { promising } from './model/contract-example.js';

const service = (count: number) => ({
  Api: resource('AWS::ECS::Service', { Cluster: 'orders', TaskDefinition: 'orders', DesiredCount: count }),
});

export const capacityDiffers = contractCheck({
  id: 'resilience/capacity-differs',
  title: 'Standby region has less capacity than the primary region',
  severity: 'error',
  docs: {
    why: 'After the loss of a region the others carry all of its traffic. A database that is promoted has to take all writes at once, and compute that has to be scaled up first needs time, a control plane, and capacity that others want at the same moment. A warm standby is scaled down by design: there only databases and limits are compared. A pilot light is not compared.',
    fix: 'Give both regions the same size, from one constant, or declare `warm-standby` as the mode and let something scale the standby up to the size of the other region.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
    ],
    bad: promising({}, service(4), service(2)),
    good: promising({}, service(4), service(4)),
  },
  *ofContract({ contract, smaller }) {
    for (const { at, counterpart, lost } of smaller()) {
      const { resource } = at;
      yield {
        at,
        message: `${contract.name} promises to survive the loss of ${lost}, but ${resource.displayName} in ${resource.region} is smaller than its counterpart: ${at.path.slice(1).join('.')} is ${at.text}, and ${counterpart.text} in ${counterpart.resource.region}.`,
        related: [{ at: counterpart, message: `The counterpart in ${counterpart.resource.region}.` }],
      };
    }
  },
});

const login = { Login: resource('AWS::SecretsManager::Secret', { Name: 'orders/login', ReplicaRegions: [{ Region: 'us-west-2' }] }) };
const handler = (secret: string) => ({
  Handler: resource('AWS::Lambda::Function', {
    Role: 'arn:aws:iam::482731905566:role/orders',
    Code: { ZipFile: '' },
    Environment: { Variables: { SECRET: secret } },
  }),
});

export const standbyDependsOnPrimary = contractCheck({
  id: 'resilience/standby-depends-on-primary',
  title: 'Standby region depends on the lost region',
  severity: 'error',
  docs: {
    why: 'What takes over when a region is lost must not need anything of that region while it works: a secret, a queue, an image, an endpoint. Each region of AWS is isolated, and calls into a lost one fail. Permissions that name the other region do not count. A database whose endpoint changes with its promotion is a warning.',
    fix: 'Let the standby use what stands in its own region: the replica of a secret by its name (`Secret.fromSecretNameV2`), a queue of its own stack, an image in the registry of its region. A value that names a region belongs in the stack of that region.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ],
    templateFix:
      'Let the standby use what stands in its own region: the replica of a secret by its name, a queue of its own stack, an image in the registry of its region. A value that names a region belongs in the template of that region: `!Ref AWS::Region`.',
    bad: promising(
      {},
      { ...login, ...handler('orders/login') },
      handler('arn:aws:secretsmanager:us-east-1:482731905566:secret:orders/login-AbCdEf'),
    ),
    good: promising({}, { ...login, ...handler('orders/login') }, handler('orders/login')),
  },
  *ofContract({ contract, dependencies }) {
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
  },
});

const queue = { Jobs: resource('AWS::SQS::Queue', {}) };
const bus = { Bus: resource('AWS::Events::EventBus', { Name: 'orders' }) };
const MOST_NAMED = 5;

export const standbyIncomplete = contractCheck({
  id: 'resilience/standby-incomplete',
  title: 'Resource is missing in the standby region',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region, but a function, queue, API, certificate or the like stands in that region alone. To create it during a recovery takes control planes, which AWS advises not to rely on. Counterparts are found by their place in the construct tree and by their name, both without the words for regions, so that a resource may have another name in each region.',
    fix: 'Instantiate the stack once for each region of the contract, from one class. What the standby can do without belongs in `exceptions` of the contract, with the reason.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attach.console.headless.html',
    ],
    bad: promising({}, { ...queue, ...bus }, bus),
    good: promising({}, { ...queue, ...bus }, { ...queue, ...bus }),
  },
  *ofContract({ contract, missing, headless }) {
    for (const { lost, region, stack, resources } of missing()) {
      const [first, ...others] = resources;
      const names = resources.slice(0, MOST_NAMED).map(({ type, displayName }) => `the ${NEEDED.get(type)?.what} ${displayName}`);
      const more = resources.length > MOST_NAMED ? ` and ${resources.length - MOST_NAMED} more` : '';
      yield {
        at: first,
        message: `${contract.name} promises to survive the loss of ${lost}, but ${region} has no counterpart of ${names.join(', ')}${more} of ${stack.displayName}.`,
        related: others.map((resource) => ({ at: resource, message: `In ${lost} alone.` })),
      };
    }
    for (const cluster of headless()) {
      yield {
        at: cluster,
        message: `${contract.name} promises to survive the loss of ${contract.regions[0]}, but the cluster ${cluster.displayName} in ${cluster.region} has no instance: it holds the data, and nothing can read or write it before one is created.`,
        fix: 'Add an instance to the cluster, of the class of the primary region: `new rds.CfnDBInstance(this, "Reader", { dbClusterIdentifier: cluster.ref, … })`.',
      };
    }
  },
});
