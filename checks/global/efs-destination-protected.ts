import { defineCheck } from '../../src/check/check.js';
import { outputOf, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';

const example = (protection: object) => ({
  FilesWest: stackWith({ CopyId: { Ref: 'Copy' } }, 'us-west-2', {
    Copy: resource('AWS::EFS::FileSystem', { Encrypted: true, ...protection }),
  }),
  Files: stackAfter('FilesWest', 'us-east-1', {
    Files: resource('AWS::EFS::FileSystem', {
      Encrypted: true,
      ReplicationConfiguration: { Destinations: [{ Region: 'us-west-2', FileSystemId: outputOf('FilesWest', 'CopyId', 'us-west-2') }] },
    }),
  }),
});

export default defineCheck({
  id: 'global/efs-destination-protected',
  title: 'EFS replication destination has overwrite protection',
  severity: 'error',
  types: ['AWS::EFS::FileSystem'],
  docs: {
    why: 'Every file system is protected from becoming the destination of a replication until that is switched off ("The file system cannot be used as the destination file system in a replication configuration"). Until then the replication is rejected.',
    fix: "On the destination: `new efs.FileSystem(this, 'Copy', { vpc, replicationOverwriteProtection: efs.ReplicationOverwriteProtection.DISABLED })`.",
    sources: [
      'https://docs.aws.amazon.com/efs/latest/ug/API_DestinationToCreate.html',
      'https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemProtectionDescription.html',
    ],
    templateFix: 'On the destination: `FileSystemProtection: { ReplicationOverwriteProtection: DISABLED }`.',
    bad: example({}),
    good: example({ FileSystemProtection: { ReplicationOverwriteProtection: 'DISABLED' } }),
  },
  *resource(source) {
    for (const destination of source.property('ReplicationConfiguration', 'Destinations').items ?? []) {
      const at = destination.get('FileSystemId');
      const copy = at.target('AWS::EFS::FileSystem');
      const protection = copy?.property('FileSystemProtection', 'ReplicationOverwriteProtection');
      if (copy === undefined || protection === undefined || !(protection.isAbsent || protection.text === 'ENABLED')) continue;
      yield {
        at,
        message: `${copy.displayName} in stack ${copy.stack.displayName} is protected against being overwritten by a replication (${protection.isAbsent ? 'the default' : 'ENABLED'}): this replication is rejected.`,
        related: [{ at: protection, message: 'It must be DISABLED here.' }],
      };
    }
  },
});
