import type { RuleFilter } from './engine-messages.js';

/**
 * Rules that say something of nearly every template that CDK writes, or of what CDK does on purpose; CDK's own run leaves out
 * most of them as well. They count when the configuration names them: `"checks": { "cfn-lint/I3013": "info" }`.
 */
const NOISE = ['I1022', 'I3013', 'I4010', 'I9001', 'I9040', 'W1020', 'W1103', 'W3005', 'W4011', 'W4012', 'W9002', 'W9013'] as const;

/** False alarms of version 1.9.0-beta on templates that were deployed with success; 1.14, which only aws-cdk-lib has, is silent there. */
const FALSE_ALARMS = ['E3676', 'E3687', 'E9004', 'F6101'] as const;

/** AWS::AutoScaling types that are not for new accounts any more, although CDK still makes them. */
const FOR_SERVICES = [{ ruleId: 'W3697', service: 'AWS::AutoScaling' }] as const;

/** "Resources section must exist": a stack may hold outputs alone, and CDK's integration tests do. */
const EMPTY_TEMPLATE = 'F0001';

/** What the engine leaves out of a template. */
export function noiseIn(hasResources: boolean, isNamed: (checkId: string) => boolean): RuleFilter {
  const isNoise = (rule: string): boolean => !isNamed(`cfn-lint/${rule}`);
  return {
    ids: [...NOISE, ...FALSE_ALARMS, ...(hasResources ? [] : [EMPTY_TEMPLATE])].filter(isNoise),
    services: FOR_SERVICES.filter(({ ruleId }) => isNoise(ruleId)),
  };
}
