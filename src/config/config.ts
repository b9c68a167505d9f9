export type { Config } from '../generated/config.js';
