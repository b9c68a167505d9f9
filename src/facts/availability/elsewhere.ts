/**
 * Types of global services, which an app deploys to the region of their control plane whatever region it runs in.
 * Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
 */
export const DEPLOYED_ELSEWHERE =
  /^AWS::(?:CloudFront|IAM|Organizations|Route53|Route53RecoveryControl|Route53RecoveryReadiness|GlobalAccelerator|Shield|Budgets|CE|CUR)::/;
