import type { CloudAssembly, Json, Stack } from '../assembly/model.js';
import { scopeOfStack } from '../assembly/stack-scope.js';
import { outsideResources, type PlaceParts, below as placeBelow } from '../finding/place.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { TemplatePart } from '../graph/model/template-part.js';
import { toTemplatePath } from './validation-report/template-path.js';

/** Finds what other tools speak of in the graph. */
export class PlaceFinder {
  readonly #graph: ResourceGraph;
  readonly #stacks: readonly Stack[];
  readonly #stacksByFile = new Map<string, Stack>();
  #stacksByPath: ReadonlyMap<string, Stack> | undefined;
  #resources: ReadonlyMap<string, readonly [stack: Stack, logicalId: string]> | undefined;

  constructor(graph: ResourceGraph, assembly: CloudAssembly) {
    this.#graph = graph;
    this.#stacks = assembly.stacks;
    for (const stack of assembly.stacks) {
      if (!this.#stacksByFile.has(stack.templateFile)) this.#stacksByFile.set(stack.templateFile, stack);
    }
  }

  /** By the path of the template below the assembly's root. */
  stackOfFile(templateFile: string): Stack | undefined {
    return this.#stacksByFile.get(templateFile.replaceAll('\\', '/'));
  }

  /** A part of a resource, or the resource. Undefined when it is not there: its condition does not hold. */
  inResource(stack: Stack, logicalId: string, propertyPath = ''): PlaceParts | undefined {
    const resource = this.#graph.resource(stack, logicalId);
    return resource && placeBelow(resource, toTemplatePath(resource.raw, propertyPath));
  }

  /** A construct: the resource that it is or that is its main child, else the construct as a part of its stack. */
  atConstruct(constructPath: string, propertyPath?: string): PlaceParts | undefined {
    const [stack, logicalId] = this.#resourceAt(constructPath) ?? [];
    if (stack !== undefined && logicalId !== undefined) return this.inResource(stack, logicalId, propertyPath);
    const above = this.#stackAbove(constructPath);
    return above && { stack: above, resource: undefined, templatePath: [], propertyPath: [], constructPath };
  }

  #stackAbove(constructPath: string): Stack | undefined {
    // Reads metadata, which most reports do without.
    this.#stacksByPath ??= new Map(this.#stacks.map((stack) => [scopeOfStack(stack) ?? '', stack]));
    for (let path = constructPath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const stack = this.#stacksByPath.get(path);
      if (stack !== undefined) return stack;
    }
    return undefined;
  }

  #resourceAt(constructPath: string): readonly [Stack, string] | undefined {
    this.#resources ??= this.#indexResources();
    const paths = [constructPath, `${constructPath}/Resource`, `${constructPath}/Default`];
    return paths.map((path) => this.#resources?.get(path)).find((found) => found !== undefined);
  }

  #indexResources(): ReadonlyMap<string, readonly [Stack, string]> {
    const index = new Map<string, readonly [Stack, string]>();
    for (const stack of this.#stacks) {
      for (const logicalId of stack.template.resources.keys()) {
        const path = stack.constructs.pathOf(logicalId);
        if (path !== undefined) index.set(path, [stack, logicalId]);
      }
    }
    return index;
  }
}

/** A part of a template that belongs to no resource: `Outputs.Arn.Value`. */
export function inTemplate(stack: Stack, path: string): PlaceParts {
  return outsideResources(new TemplatePart(stack, toTemplatePath(sectionsOf(stack), path)));
}

function sectionsOf({ template }: Stack): Json {
  const { resources, ...sections } = template;
  return {
    Resources: Object.fromEntries([...resources].map(([logicalId, { raw }]) => [logicalId, raw])),
    Parameters: Object.fromEntries(sections.parameters),
    Outputs: Object.fromEntries(sections.outputs),
    Conditions: Object.fromEntries(sections.conditions),
    Mappings: Object.fromEntries(sections.mappings),
  };
}
