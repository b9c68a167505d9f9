import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';

/** Where a pipeline keeps what its actions hand on, in one region. */
export interface ArtifactStore {
  /** The `ArtifactStore` with its bucket and key. */
  readonly at: Property;
  readonly region: string;
}

/** The stores of a pipeline; undefined when they are not all known. */
export function artifactStoresOf(pipeline: Resource): readonly ArtifactStore[] | undefined {
  const single = pipeline.property('ArtifactStore');
  if (!single.isAbsent) return pipeline.region === undefined ? undefined : [{ at: single, region: pipeline.region }];
  const stores = pipeline.property('ArtifactStores').items?.map((entry) => {
    const region = entry.get('Region').text;
    return region === undefined ? undefined : { at: entry.get('ArtifactStore'), region };
  });
  return stores?.every((store) => store !== undefined) ? stores : undefined;
}

/** The actions of all stages. */
export function actionsOf(pipeline: Resource): readonly Property[] {
  return (pipeline.property('Stages').items ?? []).flatMap((stage) => stage.get('Actions').items ?? []);
}

/** The `Region` of each action that names one. */
export function actionRegionsOf(pipeline: Resource): readonly Property[] {
  return actionsOf(pipeline)
    .map((action) => action.get('Region'))
    .filter(({ text }) => text !== undefined);
}
