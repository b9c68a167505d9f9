import type { Finding } from '../../finding/report.js';
import type { Style } from './layout.js';

export const SEVERITY_STYLES: Readonly<Record<Finding['severity'], Style>> = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'blue'],
};
