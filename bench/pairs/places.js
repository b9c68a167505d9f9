// What an edit can be made of. Each kind gives a function of a template and a choice; it gives undefined when nothing in the template fits.

/** Allow statements of policies that somebody wrote, with where they are. */
export function statements(template, effect = 'Allow') {
  const found = [];
  for (const [id, { Type, Properties, Condition }] of Object.entries(template.Resources)) {
    if (!Properties || Condition || isOfTheCdk(id)) continue;
    const documents = [
      Properties.PolicyDocument,
      Properties.KeyPolicy,
      ...listOf(Properties.Policies).map((policy) => policy?.PolicyDocument),
    ];
    for (const document of documents) {
      if (!Array.isArray(document?.Statement)) continue;
      document.Statement.forEach((statement, index) => {
        if (statement?.Effect === effect) found.push({ id, type: Type, document, statement, index });
      });
    }
  }
  return found;
}

function isOfTheCdk(id) {
  return /[0-9a-f]{32}|CustomResourceProvider|framework|^Custom|Handler[0-9A-F]{8}$/.test(id);
}

export function resources(template, fits) {
  return Object.entries(template.Resources).filter(([id, entry]) => entry.Condition === undefined && !isOfTheCdk(id) && fits(entry, id));
}

export const listOf = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
export const text = (value) => JSON.stringify(value);
export const isMentioned = (template, id) => new RegExp(`"${id}"(?!:)|\\$\\{${id}[.}]`).test(text(template));

export function statementEdit(change, fits, effect) {
  return (template, pick) => {
    const place = pick(statements(template, effect).filter(fits));
    if (place === undefined) return undefined;
    change(place, template);
    return { id: place.id };
  };
}

/** Ingress rules written into security groups. */
function rules(template) {
  return resources(template, ({ Type }) => Type === 'AWS::EC2::SecurityGroup').flatMap(([id, { Properties }]) =>
    listOf(Properties.SecurityGroupIngress)
      .filter((rule) => typeof rule?.CidrIp === 'string')
      .map((rule) => ({ id, rule, list: Properties.SecurityGroupIngress })),
  );
}

export function ruleEdit(change, fits) {
  return (template, pick) => {
    const place = pick(rules(template).filter(fits));
    if (place === undefined) return undefined;
    change(place);
    return { id: place.id };
  };
}

export const DATA =
  /^AWS::(DynamoDB::Table|S3::Bucket|SQS::Queue|Logs::LogGroup|Kinesis::Stream|SecretsManager::Secret|Cognito::UserPool|ECR::Repository|RDS::DBInstance|RDS::DBCluster|EFS::FileSystem|KMS::Key)$/;

/** Properties whose change replaces the resource. */
const REPLACING = {
  'AWS::DynamoDB::Table': (properties) => {
    properties.KeySchema[0].AttributeName = 'edited';
    properties.AttributeDefinitions[0].AttributeName = 'edited';
  },
  'AWS::SQS::Queue': (properties) => {
    properties.QueueName = 'edited-queue';
  },
  'AWS::S3::Bucket': (properties) => {
    properties.BucketName = 'edited-bucket-482731';
  },
  'AWS::Logs::LogGroup': (properties) => {
    properties.LogGroupName = '/edited/group';
  },
  'AWS::Kinesis::Stream': (properties) => {
    properties.Name = 'edited-stream';
  },
  'AWS::SecretsManager::Secret': (properties) => {
    properties.Name = 'edited-secret';
  },
  'AWS::ECR::Repository': (properties) => {
    properties.RepositoryName = 'edited-repository';
  },
};

export function replaceData(policy) {
  return (template, pick) => {
    const entry = pick(
      resources(template, ({ Type, Properties }) => Type in REPLACING && (Type !== 'AWS::DynamoDB::Table' || Properties?.KeySchema)),
    );
    if (entry === undefined) return undefined;
    const [id, resource] = entry;
    resource.Properties ??= {};
    REPLACING[resource.Type](resource.Properties);
    if (policy === undefined) delete resource.UpdateReplacePolicy;
    else resource.UpdateReplacePolicy = policy;
    return { id, type: resource.Type };
  };
}

export function removeData(policy) {
  return (template, pick) => {
    const entry = pick(
      resources(
        template,
        ({ Type, DeletionPolicy, Properties }, id) =>
          DATA.test(Type) &&
          Properties?.DBClusterIdentifier === undefined &&
          (DeletionPolicy ?? 'Delete') === policy &&
          !isMentioned({ ...template, Resources: { ...template.Resources, [id]: {} } }, id),
      ),
    );
    if (entry === undefined) return undefined;
    delete template.Resources[entry[0]];
    return { id: entry[0], type: entry[1].Type };
  };
}

export function renameEverywhere(template, id, renamed) {
  const raw = text(template.Resources)
    .replaceAll(`"${id}"`, `"${renamed}"`)
    .replaceAll(`\${${id}.`, `\${${renamed}.`)
    .replaceAll(`\${${id}}`, `\${${renamed}}`);
  template.Resources = JSON.parse(raw);
  if (template.Outputs) template.Outputs = JSON.parse(text(template.Outputs).replaceAll(`"${id}"`, `"${renamed}"`));
}

export function renameOf(fits) {
  return (template, pick) => {
    const entry = pick(resources(template, (one) => fits(one) && one.Metadata?.['aws:cdk:path'] !== undefined));
    if (entry === undefined) return undefined;
    renameEverywhere(template, entry[0], `${entry[0]}Renamed`);
    return { id: `${entry[0]}Renamed`, also: entry[0], type: entry[1].Type };
  };
}

/** Another value for some properties; `fits` looks at the deployed ones. */
export function propertyEdit(type, change, fits = () => true) {
  return (template, pick) => {
    const entry = pick(resources(template, ({ Type, Properties }) => type.test(Type) && fits(Properties ?? {})));
    if (entry === undefined) return undefined;
    entry[1].Properties ??= {};
    Object.assign(entry[1].Properties, change(entry[1].Properties));
    return { id: entry[0], type: entry[1].Type };
  };
}

export const isBucketLike = (type) => /S3::Bucket|ECR::Repository/.test(type);
