import { threads } from './identities/row.js';

/** What registers targets with a target group, and of which type the group must then be. */
export interface TargetTypeRow {
  readonly type: string;
  /** Places of target groups, as a list and the path below each element. */
  readonly list: string;
  readonly element?: string;
  /** Network mode of the task definition, for services. */
  readonly networkModes?: readonly string[];
  readonly needs: 'ip' | 'instance';
  readonly says: string;
  readonly sources: readonly string[];
}

export const TARGET_TYPES: readonly TargetTypeRow[] = [
  {
    type: 'AWS::ECS::Service',
    list: 'LoadBalancers',
    element: 'TargetGroupArn',
    networkModes: ['awsvpc'],
    needs: 'ip',
    says: 'The provided target group … has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.',
    sources: threads('riboseinc/terraform-aws-ecs-gitlab#5', 'hashicorp/terraform-provider-aws#11723'),
  },
  {
    type: 'AWS::ECS::Service',
    list: 'LoadBalancers',
    element: 'TargetGroupArn',
    networkModes: ['bridge', 'host'],
    needs: 'instance',
    says: 'target type ip is incompatible with the bridge network mode specified in the task definition',
    sources: threads('hashicorp/terraform-provider-aws#12252'),
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    list: 'TargetGroupARNs',
    needs: 'instance',
    says: 'Provided Target Group … has invalid target type. Please ensure all provided Target Groups have target type of instance.',
    sources: threads('hashicorp/terraform-provider-aws#5561'),
  },
];
