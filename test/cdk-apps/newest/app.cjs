// A CommonJS app, which gets the plugin by `require`.
const { App, CfnResource, Stack, Validations } = require('aws-cdk-lib');
const { SynthcheckPlugin } = require('synthcheck/cdk');

const app = new App();
const properties = { HostedZoneId: 'Z1', Name: 'a.example.com', Type: 'A', TTL: '60', Weight: 10, ResourceRecords: ['1.2.3.4'] };
new CfnResource(new Stack(app, 'Dns'), 'Record', { type: 'AWS::Route53::RecordSet', properties });
Validations.of(app).addPlugins(new SynthcheckPlugin());
app.synth();
