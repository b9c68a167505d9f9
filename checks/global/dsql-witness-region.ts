import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const example = (witness: string) => ({
  Database: stack('us-east-1', { Cluster: resource('AWS::DSQL::Cluster', { MultiRegionProperties: { WitnessRegion: witness } }) }),
});

export default defineCheck({
  id: 'global/dsql-witness-region',
  title: 'DSQL witness region does not fit the cluster',
  severity: 'warning',
  types: ['AWS::DSQL::Cluster'],
  docs: {
    why: 'The clusters of a multi-region DSQL database share one witness, in a third region. A witness in the region of a cluster is lost together with it, and clusters with different witnesses cannot be peers.',
    fix: 'Give both clusters the same third region: `multiRegionProperties: { witnessRegion: thirdRegion, clusters: [peer.attrResourceArn] }`.',
    sources: [
      'https://docs.aws.amazon.com/aurora-dsql/latest/userguide/configuring-multi-region-clusters.html',
      'https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/API_MultiRegionProperties.html',
    ],
    templateFix:
      'Give both clusters the same third region: `MultiRegionProperties: { WitnessRegion: THIRD_REGION, Clusters: [PEER_ARN] }`.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(cluster) {
    const witness = cluster.property('MultiRegionProperties', 'WitnessRegion');
    if (witness.text === undefined) return;
    if (witness.text === cluster.region) {
      yield { at: witness, message: `The witness is in ${cluster.region}, the region of the cluster: it must be in a third region.` };
    }
    for (const peer of cluster.property('MultiRegionProperties', 'Clusters').items ?? []) {
      const other = peer.reference?.resource;
      const theirs = other?.property('MultiRegionProperties', 'WitnessRegion');
      if (other === undefined || cluster.is(other) || theirs?.text === undefined || theirs.text === witness.text) continue;
      yield {
        at: witness,
        message: `The witness of this cluster is in ${witness.text}, that of its peer ${other.displayNameFrom(cluster)} in ${theirs.text}: peers must have the same witness.`,
        related: [{ at: theirs, message: 'The witness of the peer.' }],
      };
    }
  },
});
