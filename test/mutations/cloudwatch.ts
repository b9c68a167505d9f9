import alarmMetricRegion from '../../checks/cloudwatch/alarm-metric-region.js';
import alarmWithoutAction from '../../checks/cloudwatch/alarm-without-action.js';
import compositeAlarmRegion from '../../checks/cloudwatch/composite-alarm-region.js';
import dashboardRegion from '../../checks/cloudwatch/dashboard-metric-region.js';
import errorAlarmCounts from '../../checks/cloudwatch/error-alarm-counts.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: alarmMetricRegion.id,
    name: 'watch a distribution from another region',
    from: alarmMetricRegion.docs.good,
    apply: (app) => edit(app, 'Monitoring', 'Traffic', ['Properties', 'Namespace'], 'AWS/CloudFront'),
    expect: { stack: 'Monitoring', resource: 'Traffic', property: 'Namespace' },
  },
  {
    check: dashboardRegion.id,
    name: 'show a metric in the region of the stack',
    from: dashboardRegion.docs.good,
    apply: (app) => {
      const body = JSON.stringify(dashboardRegion.docs.bad.Monitoring?.resources?.Traffic);
      if (app.Monitoring) Object.assign(app.Monitoring, { resources: { Traffic: JSON.parse(body) } });
    },
    expect: { stack: 'Monitoring', resource: 'Traffic', property: 'DashboardBody' },
  },
  {
    check: alarmWithoutAction.id,
    name: "forget the action of the other region's alarm",
    from: alarmWithoutAction.docs.good,
    apply: (app) => edit(app, 'West', 'Failures', ['Properties', 'AlarmActions']),
    expect: { stack: 'West', resource: 'Failures', property: '' },
  },
  {
    check: alarmWithoutAction.id,
    name: 'tell only that all is well again',
    from: alarmWithoutAction.docs.good,
    apply: (app) => {
      edit(app, 'West', 'Failures', ['Properties', 'AlarmActions']);
      edit(app, 'West', 'Failures', ['Properties', 'OKActions'], [{ Ref: 'Pager' }]);
    },
    expect: { stack: 'West', resource: 'Failures', property: '' },
  },
  {
    check: errorAlarmCounts.id,
    name: 'watch the number of errors instead of their share',
    from: errorAlarmCounts.docs.good,
    apply: (app) => {
      edit(app, 'Checkout', 'ErrorRate', ['Properties', 'Metrics']);
      edit(app, 'Checkout', 'ErrorRate', ['Properties', 'Namespace'], 'AWS/Lambda');
      edit(app, 'Checkout', 'ErrorRate', ['Properties', 'MetricName'], 'Errors');
      edit(app, 'Checkout', 'ErrorRate', ['Properties', 'Statistic'], 'Sum');
    },
    expect: { stack: 'Checkout', resource: 'ErrorRate', property: 'Threshold' },
  },
  {
    check: compositeAlarmRegion.id,
    name: 'deploy the composite alarm to another region',
    from: compositeAlarmRegion.docs.good,
    apply: (app) => {
      if (app.Overview) app.Overview.region = 'us-west-2';
      edit(app, 'Overview', 'Checkout', ['Properties', 'AlarmActions', 0], 'arn:aws:sns:us-west-2:482731905566:on-call');
    },
    expect: { stack: 'Overview', resource: 'Checkout', property: 'AlarmRule' },
  },
];
