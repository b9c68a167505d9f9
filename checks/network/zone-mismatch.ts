import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import { keyTextOf } from '../../src/queries/key-texts.js';

const volume = (AvailabilityZone: string) => ({
  Data: stack('us-east-1', {
    Subnet: resource('AWS::EC2::Subnet', { VpcId: 'vpc-0d8f3a7b21c4e5f60', CidrBlock: '10.0.0.0/24', AvailabilityZone: 'us-east-1a' }),
    Server: resource('AWS::EC2::Instance', { SubnetId: { Ref: 'Subnet' } }),
    Volume: resource('AWS::EC2::Volume', { AvailabilityZone, Size: 100 }),
    Attachment: resource('AWS::EC2::VolumeAttachment', { InstanceId: { Ref: 'Server' }, VolumeId: { Ref: 'Volume' }, Device: '/dev/sdf' }),
  }),
});

export default defineCheck({
  id: 'network/zone-mismatch',
  title: 'Volume or file system in another availability zone than what uses it',
  severity: 'error',
  types: ['AWS::EC2::VolumeAttachment', 'AWS::EFS::MountTarget'],
  docs: {
    why: "A volume can be attached only to an instance of its own availability zone, and a One Zone file system can be mounted only through a mount target in its zone. EC2 answers \"The volume '…' is not in the same availability zone as instance '…'\".",
    fix: 'Take the zone from the subnet: `new ec2.Volume(this, "Data", { availabilityZone: vpc.privateSubnets[0].availabilityZone, … })`, and put the instance into that subnet.',
    sources: [
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVolume.html',
      'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
    ],
    templateFix:
      'Take the zone from the subnet: `AvailabilityZone: !GetAtt Subnet.AvailabilityZone`, and put the instance into that subnet.',
    bad: volume('us-east-1b'),
    good: volume('us-east-1a'),
  },
  *resource(resource) {
    const isVolume = resource.type === 'AWS::EC2::VolumeAttachment';
    const at = resource.property(isVolume ? 'VolumeId' : 'SubnetId');
    const store = isVolume ? at : resource.property('FileSystemId');
    const stored = store.reference?.resource.property(isVolume ? 'AvailabilityZone' : 'AvailabilityZoneName');
    const used = isVolume ? zoneOfInstance(resource.property('InstanceId')) : zoneOfSubnet(at);
    // Zones that only the deployment knows may be one.
    if (stored?.text === undefined || used?.text === undefined || stored.text === used.text) return;
    yield {
      at,
      message: isVolume
        ? `The volume is in ${stored.text} and the instance in ${used.text}: "The volume is not in the same availability zone as instance".`
        : `The file system is in ${stored.text} only, and the subnet in ${used.text}: a One Zone file system has its mount target in its own availability zone.`,
      related: [stored, used].map((place) => ({ at: place, message: `${place.text}.` })),
    };
  },
});

function zoneOfInstance(place: Property): Property | undefined {
  const instance = place.reference?.resource;
  if (instance?.type !== 'AWS::EC2::Instance') return undefined;
  const own = instance.property('AvailabilityZone');
  return own.isAbsent ? zoneOfSubnet(instance.property('SubnetId')) : own;
}

function zoneOfSubnet(place: Property): Property | undefined {
  return keyTextOf(place, 'zone') && place.target('AWS::EC2::Subnet')?.property('AvailabilityZone');
}
