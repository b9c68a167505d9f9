import { tableOf } from '../table-of.js';
/** A setting of a stage that makes API Gateway write to CloudWatch Logs with the role of the account. */
export interface LoggingSetting {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** Values that switch it on; undefined: any. */
  readonly is?: readonly string[];
  /** Names a destination: one of another service than CloudWatch Logs needs no role. */
  readonly isDestination?: true;
  /** Only for APIs of this protocol. */
  readonly protocol?: string;
}

const LEVELS = ['INFO', 'ERROR'];

/**
 * HTTP APIs write access logs without the role.
 * Sources: https://github.com/anomalyco/sst/issues/1556, https://github.com/seasketch/geoprocessing/issues/375
 */
export const API_LOGGING: Readonly<Record<string, readonly LoggingSetting[]>> = tableOf({
  'AWS::ApiGateway::Stage': [
    { path: 'MethodSettings.*.LoggingLevel', is: LEVELS },
    { path: 'AccessLogSetting.DestinationArn', isDestination: true },
  ],
  'AWS::ApiGateway::Deployment': [
    { path: 'StageDescription.LoggingLevel', is: LEVELS },
    { path: 'StageDescription.MethodSettings.*.LoggingLevel', is: LEVELS },
    { path: 'StageDescription.AccessLogSetting.DestinationArn', isDestination: true },
  ],
  'AWS::ApiGatewayV2::Stage': [
    { path: 'DefaultRouteSettings.LoggingLevel', is: LEVELS, protocol: 'WEBSOCKET' },
    { path: 'AccessLogSettings.DestinationArn', isDestination: true, protocol: 'WEBSOCKET' },
  ],
});
