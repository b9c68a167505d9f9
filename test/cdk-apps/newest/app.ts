import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SynthcheckPlugin } from 'synthcheck/cdk';
import { addStacks, record } from './stacks.js';

const app = new App();
const dns = addStacks(app);
Validations.of(record(dns, 'Accepted')).acknowledge({ id: 'synthcheck::route53/set-identifier-missing', reason: 'for the test' });
if (process.env.NAG) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
Validations.of(app).addPlugins(new SynthcheckPlugin(process.env.CONFIG ? { config: process.env.CONFIG } : {}));
app.synth();
