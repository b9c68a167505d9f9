/** What a service does with a role that it is given. */
export interface RolePermission {
  /** The place that makes the service need it, and that names what the role is used on; steps below `Properties`, `*` for every element of a list. */
  readonly path: string;
  /** Where the role is: steps below `Properties`, beside the place with a dot in front, or `function` for the role of the function that `FunctionName` names. */
  readonly role: string;
  /** What the place must name. Without it the actions are about no single resource. */
  readonly of?: string;
  /** Where what the place names has its key, when the role needs the key: steps below `Properties`. */
  readonly key?: string;
  /** A text that the place must hold, and one that it must not. */
  readonly mentions?: RegExp;
  readonly omits?: RegExp;
  /** Where the place is a longer text: what stands right before the name of what is used. */
  readonly before?: RegExp;
  /** A setting without which the role is not used so: steps below `Properties`, and the value that switches it off. */
  readonly unless?: readonly [path: string, value: string];
  /** All of them are needed, or one of them. Those of S3 that end in `Object` are about what is in the bucket. */
  readonly actions: readonly string[];
  readonly isOneEnough?: true;
  /** What AWS says, or what happens at run time; `{call}` stands for the missing action without its service. */
  readonly answer: string;
  /** Whether the deployment fails. */
  readonly fails: boolean;
  readonly source: string;
}
