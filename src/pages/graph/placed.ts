import type { ElkPoint } from 'elkjs/lib/elk-api.js';

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLine {
  readonly points: readonly ElkPoint[];
  readonly label: Placed | undefined;
  /** Whether the points are those of a curve: start, two that pull, end. */
  readonly isCurve: boolean;
}
