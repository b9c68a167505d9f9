/** How a finding is accepted: in the configuration, and for our own checks in CDK code too. Indented by two. */
export function suppressionOf(id: string, inCode = true): string {
  return [
    '  in synthcheck.config.yaml, with the path of the construct as the report shows it:',
    '    suppressions:',
    `      - { id: ${id}, construct: Stack/Construct, reason: … }`,
    ...(inCode ? ['  in CDK code:', `    Validations.of(construct).acknowledge({ id: 'synthcheck::${id}', reason: '…' });`] : []),
  ].join('\n');
}
