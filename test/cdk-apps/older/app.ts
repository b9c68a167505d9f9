import { App } from 'aws-cdk-lib';
import { SynthcheckPlugin } from 'synthcheck/cdk';
import { addStacks } from './stacks.js';

const plugin = new SynthcheckPlugin(process.env.CONFIG ? { config: process.env.CONFIG } : {});
const app = new App({ policyValidationBeta1: [plugin] });
addStacks(app);
app.synth();
