/** The prop of the CDK's L2 construct that sets a physical name, where it is called as the property is: `bucketName` for `BucketName`. */
export function propOfName(property: string): string | undefined {
  return /^[A-Z][a-z]+Name$/.test(property) ? `${property[0]?.toLowerCase()}${property.slice(1)}` : undefined;
}
