/** In place of `chalk`, which asks the system what the terminal can: the CDK's package writes nothing here. */
// biome-ignore lint/style/noDefaultExport: the package that it stands for has one.
export default {};
