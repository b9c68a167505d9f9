import type { MetadataEntry } from '../assembly/metadata.js';
import type { Json } from '../assembly/model.js';
import { type Frame, parseFrame } from './frames.js';

const MAX_FRAMES = 200;

/** `...App.synth in aws-cdk-lib...`, or the same frame before it was shortened. */
const SYNTH = /\.synth (?:in (?:aws-cdk-lib|@aws-cdk[\\/]core)\b|\([^()]*[\\/]node_modules[\\/](?:aws-cdk-lib|@aws-cdk[\\/]core)[\\/])/;

/**
 * The user's frames at the creation of a construct, innermost first; empty when there is none.
 *
 * aws-cdk-lib writes `aws:cdk:creationStack` since 2.254; before, and with CDK_DEBUG, `aws:cdk:logicalId` has a trace. The traces of
 * warnings and errors do not count here: they lead to who complained, an aspect or a library.
 */
export function* creationFrames(entries: readonly MetadataEntry[]): Generator<Frame> {
  for (const type of ['aws:cdk:creationStack', 'aws:cdk:logicalId']) {
    for (const entry of entries) {
      if (entry.type !== type) continue;
      let isEmpty = true;
      for (const frame of userFrames(entry.trace ?? toStrings(entry.data))) {
        isEmpty = false;
        yield frame;
      }
      if (!isEmpty) return;
    }
  }
}

/** Stops at `App.synth`: what lies beyond is the line that started the synthesis, which made no construct in particular. */
export function* userFrames(trace: readonly string[]): Generator<Frame> {
  for (const text of trace.slice(0, MAX_FRAMES)) {
    if (SYNTH.test(text.slice(0, 1_000))) return;
    const frame = parseFrame(text);
    if (frame !== undefined) yield frame;
  }
}

function toStrings(data: Json | undefined): readonly string[] {
  return Array.isArray(data) ? data.filter((item) => typeof item === 'string') : [];
}
