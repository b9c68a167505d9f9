import { isCustomResource } from '../../facts/custom-resources.js';
import type { Link, LinkClass, LinkKind } from '../model/link.js';
import { ARN } from './arn.js';
import { CROSS_REGION_EXPORT } from './cross-region-export.js';
import { CUSTOM_RESOURCE } from './custom-resource.js';
import { DEPENDS_ON } from './depends-on.js';
import { GET_ATT } from './get-att.js';
import { IMPORT } from './import.js';
import type { KindOfLink } from './kind.js';
import { NAME } from './name.js';
import { NESTED_OUTPUT } from './nested-output.js';
import { NESTED_PARAMETER } from './nested-parameter.js';
import { REF } from './ref.js';
import { SSM } from './ssm.js';
import { STACK_OUTPUT } from './stack-output.js';

/** The kinds of links: a file each, with what it is, its words, and how it is found. */
export const LINK_KINDS: Readonly<Record<LinkKind, KindOfLink>> = {
  ref: REF,
  'get-att': GET_ATT,
  'depends-on': DEPENDS_ON,
  'nested-parameter': NESTED_PARAMETER,
  'nested-output': NESTED_OUTPUT,
  import: IMPORT,
  'cross-region-export': CROSS_REGION_EXPORT,
  'stack-output': STACK_OUTPUT,
  ssm: SSM,
  'custom-resource': CUSTOM_RESOURCE,
  arn: ARN,
  name: NAME,
};

/** An attribute of a custom resource is opaque: only its handler knows what it is. */
export function linkClassOf({ kind, attribute, to }: Link): LinkClass {
  return kind === 'get-att' && attribute !== undefined && isCustomResource(to.type) ? 'opaque' : LINK_KINDS[kind].class;
}
