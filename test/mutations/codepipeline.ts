import artifactStoreRegion from '../../checks/codepipeline/artifact-store-region.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
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
