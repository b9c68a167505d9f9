import type { Stack } from '../assembly/model.js';
import type { Severity } from '../check/problem.js';
import { fixOfRule } from './rule-fixes.js';

const OWN_PLUGIN = 'synthcheck';
const CFN_LINT_RULE = /^[A-Z]\d{4}$/;

/** What CDK calls its run of cfn-lint's rules. */
const CFN_VALIDATE = 'CloudFormation Validate';
const ANNOTATIONS = 'Construct Annotations';

/** Whether the run finds what this plugin finds anyway: our own plugin, and annotations, which are in the metadata. */
export function isFoundAnyway(pluginName: string): boolean {
  return pluginName === OWN_PLUGIN || pluginName === ANNOTATIONS;
}

/** Whether it ran cfn-lint's rules. */
export function isCfnLint(pluginName: string): boolean {
  return pluginName === CFN_VALIDATE;
}

/** `AwsSolutions/AwsSolutions-S1`. cfn-lint's rules have one name, whoever runs them. */
export function toCheckId(pluginName: string, ruleName: string): string {
  const rule = ruleName.replace(/^[\w.-]+::/, '').replaceAll(' ', '-');
  if (pluginName === CFN_VALIDATE) return toEngineId(rule);
  return `${pluginName.replaceAll(/[ /]/g, '-')}/${rule}`;
}

/** Rules of one's own run in the same engine. */
export function toEngineId(rule: string): string {
  return `${CFN_LINT_RULE.test(rule) ? 'cfn-lint' : 'cloudformation-validate'}/${rule}`;
}

/** The address of the page on a rule, when there is one. */
export function docsOf(checkId: string): string {
  const [plugin, rule = ''] = checkId.split('/');
  switch (plugin) {
    case 'cfn-lint':
      // Rules from 9000 on, and those called F, are additions; the F ones are cfn-lint's E.
      return /^.9/.test(rule)
        ? ENGINE_PAGE
        : `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${rule.replace(/^F/, 'E')}`;
    case 'cloudformation-validate':
      return ENGINE_PAGE;
    default:
      return 'https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html';
  }
}

const ENGINE_PAGE = 'https://github.com/aws-cloudformation/cloudformation-validate';

/**
 * CDK turns the errors of cfn-lint's rules into warnings unless the app asks for them, and it is right: some are false alarms on templates
 * that deploy. Whoever runs a rule, its findings are as bad; the configuration may raise them: `"checks": { "cfn-lint/E*": "error" }`.
 */
export function severityOf(checkId: string, severity: string | undefined): Severity {
  if (checkId.startsWith('cfn-lint/')) return checkId.startsWith('cfn-lint/I') ? 'info' : 'warning';
  switch (severity?.toLowerCase()) {
    case 'fatal':
    case 'error':
      return 'error';
    case 'info':
    case 'informational':
    case 'debug':
      return 'info';
    default:
      return 'warning';
  }
}

/** What to do when a rule does not say: change it, or accept it with a reason. */
export function fallbackFix(checkId: string, { assembly }: Stack): string {
  const isCdk = assembly.origin !== 'templates';
  const accept = isCdk
    ? `\`Validations.of(construct).acknowledge({ id: 'synthcheck::${checkId}', reason: '…' })\``
    : `\`Metadata: { synthcheck: { ignore: [{ id: ${checkId}, reason: … }] } }\` in the resource`;
  return `${fixOfRule(checkId, isCdk) ?? 'Change what the message names.'} Or accept the finding with a reason: ${accept}.`;
}
