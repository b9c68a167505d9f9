const GLOBAL_SERVICES = 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html';

interface GlobalService {
  /** What the types of its resources begin with. */
  readonly types: string;
  readonly name: string;
  /** Where its control plane is: changes need this region. */
  readonly controlPlane: string;
  readonly source: string;
}

/** Services whose resources keep working when the region of their stack is lost: their data planes are in every region or at the edge. */
export const GLOBAL_SERVICE_TYPES: readonly GlobalService[] = [
  { types: 'AWS::IAM::', name: 'IAM', controlPlane: 'us-east-1', source: GLOBAL_SERVICES },
  { types: 'AWS::Organizations::', name: 'Organizations', controlPlane: 'us-east-1', source: GLOBAL_SERVICES },
  { types: 'AWS::Route53::', name: 'Route 53', controlPlane: 'us-east-1', source: GLOBAL_SERVICES },
  { types: 'AWS::Route53RecoveryControl::', name: 'Application Recovery Controller', controlPlane: 'us-west-2', source: GLOBAL_SERVICES },
  { types: 'AWS::CloudFront::', name: 'CloudFront', controlPlane: 'us-east-1', source: GLOBAL_SERVICES },
  { types: 'AWS::GlobalAccelerator::', name: 'Global Accelerator', controlPlane: 'us-west-2', source: GLOBAL_SERVICES },
  { types: 'AWS::NetworkManager::', name: 'Network Manager', controlPlane: 'us-west-2', source: GLOBAL_SERVICES },
];
