import type { Resource } from '../../../src/graph/model/resource.js';
import { knownPoliciesOf } from '../../../src/queries/policies/of-role.js';

/** A service of AWS that code calls over the network. */
export interface CalledService {
  /** As one says it. */
  readonly name: string;
  /** The end of its endpoints' service name: `com.amazonaws.<region>.<endpoint>`. */
  readonly endpoint: string;
  /** Its constant in `ec2.InterfaceVpcEndpointAwsService`, or of S3 and DynamoDB in `ec2.GatewayVpcEndpointAwsService`. */
  readonly constant: string;
  /** Actions, in lower case, that only the code itself needs. */
  readonly actions: RegExp;
  /** Whether Lambda itself uses these actions, for a dead-letter queue or a destination. */
  readonly isDestination?: boolean;
}

/**
 * Actions that Lambda uses on a function's behalf (polling queues and streams, decrypting variables, writing logs) are left out.
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html and
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html
 */
const SERVICES: readonly CalledService[] = [
  { name: 'S3', endpoint: 's3', constant: 'S3', actions: /^s3:(?:\*|get|put|list|delete)/, isDestination: true },
  {
    name: 'DynamoDB',
    endpoint: 'dynamodb',
    constant: 'DYNAMODB',
    actions: /^dynamodb:(?:\*|batch|query|scan|getitem|put|update|delete|condition)/,
  },
  {
    name: 'Secrets Manager',
    endpoint: 'secretsmanager',
    constant: 'SECRETS_MANAGER',
    actions: /^secretsmanager:(?:getsecretvalue|put|update)/,
  },
  { name: 'Systems Manager', endpoint: 'ssm', constant: 'SSM', actions: /^ssm:(?:getparameter|putparameter)/ },
  { name: 'SQS', endpoint: 'sqs', constant: 'SQS', actions: /^sqs:sendmessage/, isDestination: true },
  { name: 'SNS', endpoint: 'sns', constant: 'SNS', actions: /^sns:publish/, isDestination: true },
  { name: 'EventBridge', endpoint: 'events', constant: 'EVENTBRIDGE', actions: /^events:putevents/, isDestination: true },
  { name: 'Lambda', endpoint: 'lambda', constant: 'LAMBDA', actions: /^lambda:invoke/, isDestination: true },
  { name: 'Step Functions', endpoint: 'states', constant: 'STEP_FUNCTIONS', actions: /^states:startexecution/ },
  { name: 'Kinesis', endpoint: 'kinesis-streams', constant: 'KINESIS_STREAMS', actions: /^kinesis:putrecord/ },
  { name: 'Firehose', endpoint: 'kinesis-firehose', constant: 'KINESIS_FIREHOSE', actions: /^firehose:putrecord/ },
  { name: 'Bedrock', endpoint: 'bedrock-runtime', constant: 'BEDROCK_RUNTIME', actions: /^bedrock:invoke/ },
];

const GATEWAYS: readonly string[] = ['s3', 'dynamodb'];

/** The call that gives a VPC an endpoint of a service. */
export function endpointCall({ name, endpoint, constant }: CalledService): string {
  const [method, table] = GATEWAYS.includes(endpoint)
    ? ['addGatewayEndpoint', 'GatewayVpcEndpointAwsService']
    : ['addInterfaceEndpoint', 'InterfaceVpcEndpointAwsService'];
  return `vpc.${method}("${name.replaceAll(' ', '')}", { service: ec2.${table}.${constant} })`;
}

/** The services that a function calls, as far as the policies of a role of its own say so. */
export function servicesCalledBy(lambda: Resource): readonly CalledService[] {
  const { graph } = lambda;
  const role = lambda.property('Role').target('AWS::IAM::Role');
  if (role === undefined) return [];
  // What several functions share says nothing about one of them.
  const users = new Set(graph.linksTo(role).flatMap(({ from }) => (from.type === 'AWS::Lambda::Function' ? [from] : [])));
  if (users.size !== 1) return [];
  const actions = knownPoliciesOf(role)
    .flatMap(({ statements }) => statements ?? [])
    // What AWS manages is wide, and says nothing about the code.
    .filter(({ at, effect, action }) => at !== undefined && effect === 'Allow' && !action.isExclusion)
    .flatMap(({ action }) => action.elements ?? [])
    .filter((action) => action !== undefined);
  const sendsElsewhere = hasDestination(lambda);
  return SERVICES.filter((service) => !(service.isDestination && sendsElsewhere) && actions.some((action) => service.actions.test(action)));
}

/** Whether Lambda sends what the function did, or could not do, somewhere. */
function hasDestination(lambda: Resource): boolean {
  return (
    !lambda.property('DeadLetterConfig').isAbsent ||
    lambda.graph.linksTo(lambda).some(({ from }) => /^AWS::Lambda::Event/.test(from.type) && !from.property('DestinationConfig').isAbsent)
  );
}
