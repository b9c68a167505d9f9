// Plain JavaScript: a worker is started from a file, and the tests run the sources as they are.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** @typedef {import('./engine-messages.js').EngineWork} EngineWork */
/** @typedef {import('./engine-messages.js').EngineJob} EngineJob */

/** @type {EngineWork} */
const { packageFile, jobs, regoRules, guardRules } = workerData;
const { CelEngine, RegoEngine } = createRequire(packageFile)('@aws/cloudformation-validate');

function createEngine() {
  // Rego rules run in the engine of their language only, which is slower.
  if (regoRules.length > 0) return new RegoEngine({ customRules: regoRules, guardRules });
  return new CelEngine({ guardRules });
}

/** @param {EngineJob} job */
function validate(engine, { key, file, text, account, region, exclude }) {
  const template = { path: file, readBytes: () => Buffer.from(text) };
  const { status, diagnostics } = engine.validateDetailed(template, {
    severityLevel: 'INFO',
    pseudoParameterOverrides: { ...(account && { accountId: account }), ...(region && { region }) },
    exclude,
  });
  return { key, result: { status, diagnostics: diagnostics.map(essence) } };
}

function essence({ ruleId, severity, message, entity, propertyPath, suggestedFix, documentationUrl, startLine }) {
  const logicalId = entity?.entityType === 'Resource' ? entity.logicalId : undefined;
  return { ruleId, severity, message, logicalId, propertyPath, suggestedFix, documentationUrl, startLine };
}

let engine = createEngine();
for (const job of jobs) {
  try {
    parentPort.postMessage(validate(engine, job));
  } catch (error) {
    parentPort.postMessage({ key: job.key, failure: error instanceof Error ? error.message : String(error) });
    // What is left of an engine that broke down is not to be trusted.
    engine = createEngine();
  }
}
