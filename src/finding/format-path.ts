import type { PropertyPath } from './report.js';

/** `Replicas[1].SSESpecification`. */
export function formatPath(path: PropertyPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
