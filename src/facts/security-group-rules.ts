/** How the rules of a security group are written, in one direction. */
export interface RuleDirection {
  readonly word: 'inbound' | 'outbound';
  /** The list in the group itself. */
  readonly list: string;
  /** The type of a rule that is a resource of its own. */
  readonly type: string;
  /** What the properties for the other side begin with: `SourceSecurityGroupId`. */
  readonly side: 'Source' | 'Destination';
}

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
const INBOUND: RuleDirection = {
  word: 'inbound',
  list: 'SecurityGroupIngress',
  type: 'AWS::EC2::SecurityGroupIngress',
  side: 'Source',
};
export const OUTBOUND: RuleDirection = {
  word: 'outbound',
  list: 'SecurityGroupEgress',
  type: 'AWS::EC2::SecurityGroupEgress',
  side: 'Destination',
};
export const RULE_DIRECTIONS: readonly RuleDirection[] = [INBOUND, OUTBOUND];
