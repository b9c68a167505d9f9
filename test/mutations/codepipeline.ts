import artifactStoreRegion from '../../checks/codepipeline/artifact-store-region.js';
import bootstrapRole from '../../checks/codepipeline/bootstrap-role-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: bootstrapRole.id,
    name: 'give the action the role of the pipeline’s region',
    from: bootstrapRole.docs.good,
    apply: (app) =>
      edit(
        app,
        'Delivery',
        'Pipeline',
        ['Properties', 'Stages', 0, 'Actions', 0, 'RoleArn'],
        'arn:aws:iam::482731905566:role/cdk-hnb659fds-deploy-role-482731905566-eu-central-1',
      ),
    expect: { stack: 'Delivery', resource: 'Pipeline', property: 'Stages.0.Actions.0.RoleArn' },
  },
  {
    check: artifactStoreRegion.id,
    name: 'forget the bucket of the other region',
    from: artifactStoreRegion.docs.good,
    apply: (app) => edit(app, 'Delivery', 'Pipeline', ['Properties', 'ArtifactStores', 1, 'Region'], 'eu-west-1'),
    expect: { stack: 'Delivery', resource: 'Pipeline', property: 'Stages.0.Actions.1.Region' },
  },
  {
    check: artifactStoreRegion.id,
    name: 'move the action to a third region',
    from: artifactStoreRegion.docs.good,
    apply: (app) => edit(app, 'Delivery', 'Pipeline', ['Properties', 'Stages', 0, 'Actions', 1, 'Region'], 'eu-west-1'),
    expect: { stack: 'Delivery', resource: 'Pipeline', property: 'Stages.0.Actions.1.Region' },
  },
];
