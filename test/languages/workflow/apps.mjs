// Per sample: the folder of the repository that it is put in, the tools that it needs, and what is changed in it.
const JS = {
  error: [
    "new TrafficStack(app, 'ledger-traffic', { env: primary });",
    "const traffic = new TrafficStack(app, 'ledger-traffic', { env: primary });\nANNOTATIONS.of(traffic).addError('The ledger is not ready.');",
  ],
  exception: ["new TrafficStack(app, 'ledger-traffic', { env: primary });", "throw new Error('The ledger is broken.');"],
};

export const APPS = {
  typescript: {
    folder: '',
    tools: ['npm'],
    entry: { main: 'bin/app.ts', data: 'lib/data.ts' },
    ...JS,
    error: [JS.error[0], JS.error[1].replace('ANNOTATIONS', "(require('aws-cdk-lib') as typeof import('aws-cdk-lib')).Annotations")],
  },
  javascript: {
    folder: 'services/ledger',
    tools: ['npm'],
    entry: { main: 'app.js', data: 'lib/data.js' },
    ...JS,
    error: [JS.error[0], JS.error[1].replace('ANNOTATIONS', "require('aws-cdk-lib').Annotations")],
  },
  python: {
    folder: 'infra',
    tools: ['python3'],
    entry: { main: 'app.py', data: 'ledger/data.py' },
    error: [
      'app.synth()',
      'from aws_cdk import Annotations\nAnnotations.of(app.node.find_child("ledger-traffic")).add_error("The ledger is not ready.")\napp.synth()',
    ],
    exception: ['app.synth()', 'raise RuntimeError("The ledger is broken.")'],
  },
  java: {
    folder: '',
    tools: ['java', 'mvn'],
    entry: {
      main: 'src/main/java/com/acme/ledger/LedgerApp.java',
      data: 'src/main/java/com/acme/ledger/StandbyDataStack.java',
    },
    error: [
      'app.synth();',
      'software.amazon.awscdk.Annotations.of(app.getNode().findChild("ledger-traffic")).addError("The ledger is not ready.");\n        app.synth();',
    ],
    exception: ['app.synth();', 'throw new IllegalStateException("The ledger is broken.");'],
  },
  go: {
    folder: 'infra/ledger',
    tools: ['go'],
    entry: { main: 'main.go', data: 'data.go' },
    error: [
      'app.Synth(nil)',
      'awscdk.Annotations_Of(app.Node().FindChild(jsii.String("ledger-traffic"))).AddError(jsii.String("The ledger is not ready."))\n\tapp.Synth(nil)',
    ],
    exception: ['app.Synth(nil)', 'panic("The ledger is broken.")'],
  },
};
