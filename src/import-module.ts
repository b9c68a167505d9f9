/**
 * `import()` of a module by its address or package. Here alone: what loads the compiled program (`compiled-files.ts`) leaves this file to
 * Node, since a script that another one compiles imports nothing without a warning
 * (https://nodejs.org/docs/latest-v20.x/api/vm.html#vmconstantsuse_main_context_default_loader is experimental).
 */
export async function importModule<Module = object>(address: string): Promise<Module> {
  return (await import(address)) as Module;
}
