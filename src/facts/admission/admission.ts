/** Types whose policies say who may use them. */
export type Callee = 'AWS::SQS::Queue' | 'AWS::SNS::Topic' | 'AWS::Lambda::Function' | 'AWS::S3::Bucket';

/** A place that names what a service sends to, invokes or writes to, and what the policy there must allow. */
export interface Admission {
  /** Steps below `Properties`; `*` stands for every element of a list. */
  readonly path: string;
  readonly callee: Callee;
  /** The service, without the suffix of its partition: `s3` for `s3.amazonaws.com`. */
  readonly service: string;
  /** All of them are needed. Those of S3 that end in `Object` are about what is in the bucket. */
  readonly actions: readonly string[];
  /** Actions that the service needs on the callee's own key. */
  readonly key?: readonly string[];
  /** What the service sends as `aws:SourceArn`: the caller's ARN, or the property that names it. Not given where it is not documented. */
  readonly from?: 'caller' | 'TopicArn' | 'BucketName';
  /** The property's sibling that carries a role, with which the service calls instead. */
  readonly role?: string;
  /** A topic without a policy has a default one, which admits callers of its own account. */
  readonly defaultPolicyAdmits?: boolean;
  /** What AWS says, or what happens at run time. */
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  /** What to write in CDK. */
  readonly fix: string;
  readonly source: string;
}
