import type { PageNode } from './model.js';

/** Goes to a node: unfolds what it is in, brings it into view, selects it. */
export type Visit = (node: PageNode) => void;
