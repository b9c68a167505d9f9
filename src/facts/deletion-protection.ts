/** A property that keeps a service from deleting the resource. */
export interface DeletionProtection {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: readonly string[];
  /** The value that switches it on, in lower case. */
  readonly on: string;
  /** Whether it is on when the property is left out. */
  readonly byDefault: boolean;
  /** What the service answers, where that is known. */
  readonly answer: string | undefined;
  /** Whether something is lost with the resource: data, or a name, number or state that nobody can create again. */
  readonly holdsSomething: boolean;
}

/**
 * Every property of the CloudFormation resource specification (`@aws-cdk/aws-service-spec` 0.1.216) whose documentation says that the
 * resource cannot be deleted while it is on: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ (the page of each type).
 * Left out are those that only block updates (`SubnetChangeProtection`), protect instances or documents rather than the resource,
 * or depend on recent use (`AWS::AppConfig::Environment`). Answers are quoted from the RDS and DynamoDB handlers and API references.
 */
const TABLE = `
AWS::RDS::DBCluster                     DeletionProtection                    true  Cannot delete protected Cluster, please disable deletion protection and try again
AWS::RDS::DBInstance                    DeletionProtection                    true  Cannot delete protected DB Instance, please disable deletion protection and try again
AWS::RDS::GlobalCluster                 DeletionProtection                    true  Cannot delete protected Global Cluster
AWS::DocDB::DBCluster                   DeletionProtection                    true
AWS::DocDB::GlobalCluster               DeletionProtection                    true
AWS::Neptune::DBCluster                 DeletionProtection                    true
AWS::Neptune::GlobalCluster             DeletionProtection                    true
AWS::NeptuneGraph::Graph                DeletionProtection                    true
AWS::DynamoDB::Table                    DeletionProtectionEnabled             true  Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.
AWS::DynamoDB::GlobalTable              Replicas.*.DeletionProtectionEnabled  true
AWS::DSQL::Cluster                      DeletionProtectionEnabled             true
AWS::EKS::Cluster                       DeletionProtection                    true
AWS::Cognito::UserPool                  DeletionProtection                    active
AWS::Logs::LogGroup                     DeletionProtectionEnabled             true
AWS::AutoScaling::AutoScalingGroup      DeletionProtection                    prevent-all-deletion
AWS::EC2::Instance                      DisableApiTermination                 true
AWS::ElasticLoadBalancingV2::LoadBalancer LoadBalancerAttributes.deletion_protection.enabled true
AWS::NetworkFirewall::Firewall          DeleteProtection                      true
AWS::QLDB::Ledger                       DeletionProtection                    true*
AWS::OpenSearchServerless::Collection   DeletionProtection                    enabled
AWS::VerifiedPermissions::PolicyStore   DeletionProtection.Mode               enabled
AWS::CloudTrail::EventDataStore         TerminationProtectionEnabled          true*
AWS::CloudTrail::Dashboard              TerminationProtectionEnabled          true
AWS::EMR::Cluster                       Instances.TerminationProtected        true
AWS::SSMIncidents::ReplicationSet       DeletionProtected                     true
AWS::SMSVOICE::PhoneNumber              DeletionProtectionEnabled             true
AWS::SMSVOICE::Pool                     DeletionProtectionEnabled             true
AWS::SMSVOICE::ProtectConfiguration     DeletionProtectionEnabled             true
AWS::SMSVOICE::SenderId                 DeletionProtectionEnabled             true
AWS::WellArchitected::AgentProfile      DeletionProtection                    true
AWS::Route53Resolver::FirewallRuleGroupAssociation MutationProtection         enabled
`;

/** What a deployment creates again as it was. It is protected against mistakes, and usually in every stage. */
const HOLDS_NOTHING: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::CloudTrail::Dashboard',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::NetworkFirewall::Firewall',
  'AWS::Route53Resolver::FirewallRuleGroupAssociation',
]);

export const DELETION_PROTECTION: ReadonlyMap<string, DeletionProtection> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [type = '', path = '', on = '', ...answer] = line.split(/\s+/);
      return [
        type,
        {
          path: path.split('.'),
          on: on.replace('*', ''),
          byDefault: on.endsWith('*'),
          answer: answer.length === 0 ? undefined : answer.join(' '),
          holdsSomething: !HOLDS_NOTHING.has(type),
        },
      ];
    }),
);
