import type { AssemblySketch } from '../../../src/testing/assembly-sketch.js';
import { one, range } from './bomb.js';

const group = (address: (index: number) => string, many: number): AssemblySketch =>
  one({
    resources: {
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: 'many',
          VpcId: 'vpc-1',
          SecurityGroupIngress: range(many).map((index) => ({
            IpProtocol: 'tcp',
            FromPort: 1 + (index % 60_000),
            ToPort: 1 + (index % 60_000),
            CidrIp: address(index),
          })),
        },
      },
    },
  });

/** Two assemblies that differ in one of very many things, or in all of them. */
export function changes(many: number): Record<string, readonly [before: AssemblySketch, after: AssemblySketch]> {
  const before = group((index) => `10.${index >> 8}.${index % 256}.0/24`, many);
  return {
    'rules of a security group, of which one changes': [
      before,
      group((index) => (index === 7 ? '10.99.99.0/24' : `10.${index >> 8}.${index % 256}.0/24`), many),
    ],
    'rules of a security group, which all change': [before, group((index) => `10.${128 + (index >> 8)}.${index % 256}.0/24`, many)],
  };
}
