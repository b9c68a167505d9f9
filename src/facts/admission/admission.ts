/** Types whose policies say who may use them. The policies of log groups are those of their account and region. */
export type Callee =
  | 'AWS::SQS::Queue'
  | 'AWS::SNS::Topic'
  | 'AWS::Lambda::Function'
  | 'AWS::S3::Bucket'
  | 'AWS::KMS::Key'
  | 'AWS::Logs::LogGroup';

/** A setting that a caller must have to call at all. */
export interface Setting {
  /** As in a row: steps, and the key in a list of `Key` and `Value`. */
  readonly path: string;
  readonly attribute?: string;
  readonly is: string;
  /** Whether it is the default. */
  readonly orAbsent?: boolean;
}

/** A place that names what a service sends to, invokes, uses or writes to, and what the policy there must allow. */
export interface Admission {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  /** Where the path leads to a list of `Key` and `Value`: the key whose value is meant. */
  readonly attribute?: string;
  readonly callee: Callee;
  /** The service, without the suffix of its partition: `s3` for `s3.amazonaws.com`. */
  readonly service: string;
  /** Accounts of AWS from which the service calls as well; undefined in regions that have none. `unlisted`: nothing here lists them. */
  readonly accounts?: ReadonlyMap<string, string> | 'unlisted';
  /** All of them are needed. Those of S3 that end in `Object` are about what is in the bucket. None: a callee of the own account needs no policy. */
  readonly actions: readonly string[];
  /** What the names of the objects begin with: the values at these paths, and then `AWSLogs/<account>/`. */
  readonly logPrefix?: { readonly path: string; readonly attribute?: string };
  /** Actions that the service needs on the callee's own key. */
  readonly key?: readonly string[];
  /** What the service sends as `aws:SourceArn`: the caller's ARN, or the property that names it. Not given where it is not documented. */
  readonly from?: 'caller' | 'TopicArn' | 'BucketName';
  /** The property's sibling that carries a role, with which the service calls instead. */
  readonly role?: string;
  /** Only for callees of another account: in the own one AWS writes the policy itself, or a role is enough. */
  readonly ofOtherAccounts?: boolean;
  /** The property's sibling (dots go down) without which the service does not call in this way. */
  readonly beside?: string;
  /** A topic without a policy has a default one, which admits callers of its own account. */
  readonly defaultPolicyAdmits?: boolean;
  /** An access control list of the callee may let the service in as well. */
  readonly byAccessControlList?: boolean;
  /** All of them. */
  readonly when?: readonly Setting[];
  /** What AWS says, or what happens at run time. */
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  /** The service looks for the policy when the caller is created. Where it may be missing for other reasons, nothing more is proven. */
  readonly looksAtOnce?: boolean;
  /** What to write in CDK. */
  readonly fix: string;
  readonly source: string;
}
