import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { parametersReading } from './model/ssm-parameters.js';

const written = { Image: resource('AWS::SSM::Parameter', { Name: '/web/image', Type: 'String', Value: 'ami-0a1b' }) };
const parameters = { ImageId: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/web/image' } };
const server = resource('AWS::EC2::Instance', { ImageId: { Ref: 'ImageId' } });

export default defineCheck({
  id: 'reference/ssm-parameter-same-template',
  title: 'SSM parameter is read by the template that creates it',
  severity: 'error',
  types: ['AWS::SSM::Parameter'],
  docs: {
    why: 'CloudFormation looks up template parameters of an SSM type before it creates the first resource. One that the same template creates is not there yet, so that the first deployment fails with "Unable to fetch parameters … from parameter store for this account"; later ones read the value of the deployment before.',
    fix: 'Use the value that the parameter is given, or `parameter.stringValue` of the `StringParameter` construct; `StringParameter.valueForStringParameter` is for parameters of other stacks.',
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html'],
    templateFix:
      'Use the value that the parameter is given, or `!GetAtt Parameter.Value`; a dynamic reference is for parameters of other stacks.',
    bad: { Web: { region: 'us-east-1', parameters, resources: { ...written, Server: server } } },
    good: {
      Images: stack('us-east-1', written),
      Web: { region: 'us-east-1', dependencies: ['Images'], parameters, resources: { Server: server } },
    },
  },
  *resource(parameter) {
    const name = parameter.property('Name');
    const [reading] = name.text === undefined ? [] : parametersReading(parameter.stack, name.text);
    // What a nested stack reads is looked up when its parent creates it.
    if (reading === undefined || parameter.stack.parent !== undefined) return;
    yield {
      at: name,
      message: `The template creates the SSM parameter ${name.text} and reads it through its own parameter ${reading}, which is looked up before: "Unable to fetch parameters [${name.text}] from parameter store for this account".`,
    };
  },
});
