import { isObject, own, ownList, ownString } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import type { EngineDiagnostic, EngineResult } from './engine-messages.js';

/** Undefined for what an interrupted disk or another program has left. */
export function readEngineResult(value: Json): EngineResult | undefined {
  if (!isObject(value) || !Array.isArray(own(value, 'diagnostics'))) return undefined;
  const status = ownString(value, 'status');
  const diagnostics = ownList(value, 'diagnostics');
  if ((status !== 'OK' && status !== 'ANALYSIS_INCOMPLETE' && status !== 'ERROR') || !diagnostics.every(isDiagnostic)) return undefined;
  return { status, diagnostics };
}

const OPTIONAL = ['severity', 'logicalId', 'propertyPath', 'suggestedFix', 'documentationUrl'] as const;

function isDiagnostic(value: Json): value is EngineDiagnostic & JsonObject {
  if (!isObject(value)) return false;
  const isText = (key: string): boolean => typeof own(value, key) === 'string';
  return isText('ruleId') && isText('message') && OPTIONAL.every((key) => own(value, key) === undefined || isText(key));
}
