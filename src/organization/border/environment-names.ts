/** Ends of the keys of environment variables whose value is the name of a resource, and its type. Values of other keys are not looked at: they may be secret. */
const NAMES: readonly (readonly [end: RegExp, type: string])[] = [
  [/(?:^|_)TABLE(?:_?NAME)?$/i, 'AWS::DynamoDB::Table'],
  [/(?:^|_)BUCKET(?:_?NAME)?$/i, 'AWS::S3::Bucket'],
  [/(?:^|_)QUEUE_?NAME$/i, 'AWS::SQS::Queue'],
  [/(?:^|_)STREAM_?NAME$/i, 'AWS::Kinesis::Stream'],
  [/(?:^|_)FUNCTION(?:_?NAME)?$/i, 'AWS::Lambda::Function'],
  [/(?:^|_)(?:EVENT_?)?BUS(?:_?NAME)?$/i, 'AWS::Events::EventBus'],
  [/(?:^|_)LOG_?GROUP(?:_?NAME)?$/i, 'AWS::Logs::LogGroup'],
  [/(?:^|_)SECRET_?(?:NAME|ID)$/i, 'AWS::SecretsManager::Secret'],
  [/(?:^|_)PARAM(?:ETER)?_?NAME$/i, 'AWS::SSM::Parameter'],
];

/** The type of resource that an environment variable names, by its key. */
export function typeNamedBy(key: string): string | undefined {
  return NAMES.find(([end]) => end.test(key))?.[1];
}
