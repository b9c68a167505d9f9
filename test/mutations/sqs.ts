import fifoMismatch from '../../checks/sqs/fifo-mismatch.js';
import visibilityTimeout from '../../checks/sqs/visibility-timeout.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: fifoMismatch.id,
    name: 'make the dead-letter queue a standard queue',
    from: fifoMismatch.docs.good,
    apply: (app) => edit(app, 'Orders', 'Dead', ['Properties', 'FifoQueue']),
    expect: { stack: 'Orders', resource: 'Orders', property: 'RedrivePolicy.deadLetterTargetArn' },
  },
  {
    check: visibilityTimeout.id,
    name: 'let the function run longer',
    from: visibilityTimeout.docs.good,
    apply: (app) => edit(app, 'Worker', 'Work', ['Properties', 'Timeout'], 900),
    expect: { stack: 'Worker', resource: 'Source', property: 'EventSourceArn' },
  },
];
