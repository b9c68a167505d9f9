import certificateName from '../../checks/cloudfront/certificate-name-missing.js';
import edgeUnsupported from '../../checks/cloudfront/edge-function-unsupported.js';
import edgeVersion from '../../checks/cloudfront/edge-function-version.js';
import edgeCombined from '../../checks/cloudfront/edge-functions-combined.js';
import originPathWithoutStage from '../../checks/cloudfront/origin-path-without-stage.js';
import webAclScope from '../../checks/cloudfront/web-acl-scope.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: 'cloudfront/origin-path-without-stage',
    name: 'drop the path of the origin',
    from: originPathWithoutStage.docs.good,
    apply: (assembly) => edit(assembly, 'Web', 'Site', ['Properties', 'DistributionConfig', 'Origins', 0, 'OriginPath'], undefined),
    expect: { stack: 'Web', resource: 'Site', property: 'DistributionConfig.Origins.0.DomainName' },
  },
  {
    check: certificateName.id,
    name: 'take the wildcard from the certificate',
    from: certificateName.docs.good,
    apply: (assembly) => edit(assembly, 'Site', 'Certificate', ['Properties', 'DomainName'], 'acme-bank.io'),
    expect: { stack: 'Site', resource: 'Cdn', property: 'DistributionConfig.Aliases.0' },
  },
  {
    check: edgeUnsupported.id,
    name: 'run the function on arm64',
    from: edgeUnsupported.docs.good,
    apply: (assembly) => edit(assembly, 'Site', 'Rewrite', ['Properties', 'Architectures'], ['arm64']),
    expect: { stack: 'Site', resource: 'Rewrite', property: 'Architectures' },
  },
  {
    check: edgeVersion.id,
    name: 'associate the function itself',
    from: edgeVersion.docs.good,
    apply: (assembly) =>
      edit(
        assembly,
        'Site',
        'Cdn',
        ['Properties', 'DistributionConfig', 'DefaultCacheBehavior', 'LambdaFunctionAssociations', 0, 'LambdaFunctionARN'],
        { 'Fn::GetAtt': ['Rewrite', 'Arn'] },
      ),
    expect: {
      stack: 'Site',
      resource: 'Cdn',
      property: 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.0.LambdaFunctionARN',
    },
  },
  {
    check: edgeCombined.id,
    name: 'run the function for every response of a viewer',
    from: edgeCombined.docs.good,
    apply: (assembly) =>
      edit(
        assembly,
        'Site',
        'Cdn',
        ['Properties', 'DistributionConfig', 'DefaultCacheBehavior', 'LambdaFunctionAssociations', 0, 'EventType'],
        'viewer-response',
      ),
    expect: {
      stack: 'Site',
      resource: 'Cdn',
      property: 'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.0.EventType',
    },
  },
  {
    check: webAclScope.id,
    name: 'create the web ACL for regional resources',
    from: webAclScope.docs.good,
    apply: (assembly) => edit(assembly, 'Site', 'Acl', ['Properties', 'Scope'], 'REGIONAL'),
    expect: { stack: 'Site', resource: 'Cdn', property: 'DistributionConfig.WebACLId' },
  },
];
