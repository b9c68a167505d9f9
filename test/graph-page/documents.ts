import { loadAssembly } from '../../src/assembly/load.js';
import { type GraphDocument, toGraphDocument } from '../../src/graph/document.js';
import { buildGraph } from '../../src/graph/graph.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';

export function documentOf(...assemblies: readonly AssemblySketch[]): GraphDocument {
  return toGraphDocument(buildGraph(assemblies.map((sketch) => loadAssembly(writeAssembly(sketch)))));
}
