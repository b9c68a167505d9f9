import { findInMap, ifCondition } from './choices.js';
import { getAtt } from './get-att.js';
import type { Intrinsic } from './intrinsic.js';
import { getStackOutput, importValue } from './other-stacks.js';
import { ref } from './ref.js';
import { join, select, split, sub } from './texts.js';

/**
 * The functions that are evaluated: what each gives, and which links it holds. The value of any other is only known to the deployment.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map(
  Object.entries({
    Ref: ref,
    'Fn::GetAtt': getAtt,
    'Fn::Sub': sub,
    'Fn::Join': join,
    'Fn::Split': split,
    'Fn::Select': select,
    'Fn::If': ifCondition,
    'Fn::FindInMap': findInMap,
    'Fn::ImportValue': importValue,
    'Fn::GetStackOutput': getStackOutput,
  }),
);
