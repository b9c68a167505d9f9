import {
  DATA,
  isBucketLike,
  isMentioned,
  listOf,
  propertyEdit,
  removeData,
  renameOf,
  replaceData,
  resources,
  ruleEdit,
  statementEdit,
  statements,
  text,
} from './places.js';

/** `broadened`, `loss`, `perhaps`: whether a note of this kind about the edited resource is true. */
export const EDITS = {
  'add an action': {
    broadened: true,
    edit: statementEdit(
      ({ statement }) => (statement.Action = [...listOf(statement.Action), 'iam:PassRole']),
      ({ statement }) => listOf(statement.Action).every((action) => typeof action === 'string' && !action.includes('*')),
    ),
  },
  'any resource': {
    broadened: true,
    edit: statementEdit(
      ({ statement }) => (statement.Resource = '*'),
      ({ statement, type }) => statement.Resource !== undefined && statement.Resource !== '*' && type === 'AWS::IAM::Policy',
    ),
  },
  'drop a condition': {
    broadened: true,
    edit: statementEdit(
      ({ statement }) => delete statement.Condition,
      ({ statement }) => statement.Condition !== undefined,
    ),
  },
  'drop a denial': {
    broadened: true,
    edit: statementEdit(
      ({ document, index }) => document.Statement.splice(index, 1),
      ({ document }) => document.Statement.length > 1,
      'Deny',
    ),
  },
  'everyone in a resource policy': {
    broadened: true,
    edit: statementEdit(
      ({ statement }) => (statement.Principal = '*'),
      ({ statement, type }) =>
        statement.Principal !== undefined && statement.Principal !== '*' && statement.Principal.AWS !== '*' && /Policy$/.test(type),
    ),
  },
  'open a rule to everyone': {
    broadened: true,
    edit: ruleEdit(
      ({ rule }) => (rule.CidrIp = '0.0.0.0/0'),
      ({ rule }) => rule.CidrIp !== '0.0.0.0/0',
    ),
  },
  'remove an action': {
    broadened: false,
    edit: statementEdit(
      ({ statement }) => (statement.Action = statement.Action.slice(1)),
      ({ statement }) => Array.isArray(statement.Action) && statement.Action.length > 1,
    ),
  },
  'add a condition': {
    broadened: false,
    edit: statementEdit(
      ({ statement }) => (statement.Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      ({ statement }) => statement.Condition === undefined,
    ),
  },
  'split a statement': {
    broadened: false,
    edit: statementEdit(
      ({ document, statement, index }) =>
        document.Statement.splice(
          index,
          1,
          { ...statement, Action: statement.Action.slice(0, 1) },
          { ...statement, Action: statement.Action.slice(1) },
        ),
      ({ statement }) => Array.isArray(statement.Action) && statement.Action.length > 1,
    ),
  },
  'reorder statements': {
    broadened: false,
    edit: statementEdit(
      ({ document }) => document.Statement.reverse(),
      ({ document }) => document.Statement.length > 1,
    ),
  },
  'repeat a statement': {
    broadened: false,
    edit: statementEdit(
      ({ document, statement }) => document.Statement.push({ ...statement }),
      () => true,
    ),
  },
  'one resource of all': {
    broadened: false,
    edit: statementEdit(
      ({ statement }) => (statement.Resource = 'arn:aws:s3:::acme-reports/*'),
      ({ statement, type }) => statement.Resource === '*' && type === 'AWS::IAM::Policy',
    ),
  },
  'spell an ARN otherwise': {
    broadened: false,
    edit: (template, pick) => {
      const place = pick(
        statements(template).filter(({ statement }) => /^\{"Fn::GetAtt":\["\w+","Arn"\]\}$/.test(text(statement.Resource))),
      );
      if (place === undefined) return undefined;
      const [id] = place.statement.Resource['Fn::GetAtt'];
      place.statement.Resource = { 'Fn::Sub': `\${${id}.Arn}` };
      return { id: place.id };
    },
  },
  'a sid': {
    broadened: false,
    edit: statementEdit(
      ({ statement }) => (statement.Sid = 'Edited'),
      ({ statement }) => statement.Sid === undefined,
    ),
  },
  'rename a role': { broadened: false, edit: renameOf(({ Type }) => Type === 'AWS::IAM::Role') },
  'rename a policy': { broadened: false, edit: renameOf(({ Type }) => Type === 'AWS::IAM::Policy') },
  'a role of the account instead of its root': {
    broadened: false,
    edit: (template, pick) => {
      const roles = resources(template, ({ Type }) => Type === 'AWS::IAM::Role');
      const place = pick(
        statements(template).filter(
          ({ statement }) => /:root/.test(text(statement.Principal ?? '')) && !Array.isArray(statement.Principal?.AWS),
        ),
      );
      const role = pick(roles);
      if (place === undefined || role === undefined) return undefined;
      place.statement.Principal = { AWS: { 'Fn::GetAtt': [role[0], 'Arn'] } };
      return { id: place.id };
    },
  },
  'narrow a rule': {
    broadened: false,
    edit: ruleEdit(
      ({ rule }) => (rule.CidrIp = '10.0.0.0/24'),
      ({ rule }) => rule.CidrIp === '0.0.0.0/0',
    ),
  },
  'a rule inside another': {
    broadened: false,
    edit: ruleEdit(
      ({ rule, list }) => list.push({ ...rule, CidrIp: '10.9.0.0/16' }),
      ({ rule, list }) => rule.CidrIp === '0.0.0.0/0' && Array.isArray(list),
    ),
  },
  'describe a rule': {
    broadened: false,
    edit: ruleEdit(
      ({ rule }) => (rule.Description = 'edited'),
      () => true,
    ),
  },
  'remove a bucket with its policy': {
    broadened: false,
    edit: (template, pick) => {
      const entry = pick(resources(template, ({ Type }) => Type === 'AWS::S3::Bucket'));
      if (entry === undefined) return undefined;
      const [id] = entry;
      delete template.Resources[id];
      for (const [other, one] of Object.entries(template.Resources))
        if (/BucketPolicy$|S3AutoDelete/.test(one.Type) && [one.Properties?.Bucket?.Ref, one.Properties?.BucketName?.Ref].includes(id))
          delete template.Resources[other];
      return isMentioned(template, id) ? undefined : { id, loss: undefined };
    },
  },
  'replace data': { loss: (type) => !isBucketLike(type), edit: replaceData(undefined) },
  'replace data that is kept': { loss: false, edit: replaceData('Retain') },
  'remove data': { loss: (type) => !isBucketLike(type) && type !== 'AWS::KMS::Key', edit: removeData('Delete') },
  'remove data that is kept': { loss: false, edit: removeData('Retain') },
  'rename data that is kept': { loss: false, edit: renameOf(({ Type, DeletionPolicy }) => DATA.test(Type) && DeletionPolicy === 'Retain') },
  'keep logs for a shorter time': {
    loss: true,
    edit: propertyEdit(
      /^AWS::Logs::LogGroup$/,
      () => ({ RetentionInDays: 1 }),
      ({ RetentionInDays }) => RetentionInDays !== 1,
    ),
  },
  'keep logs for longer': {
    loss: false,
    edit: propertyEdit(
      /^AWS::Logs::LogGroup$/,
      () => ({ RetentionInDays: 3653 }),
      ({ RetentionInDays }) => RetentionInDays !== undefined,
    ),
  },
  'another maintenance window': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(/^AWS::RDS::DBInstance$/, () => ({ PreferredMaintenanceWindow: 'sun:05:00-sun:06:00' })),
  },
  'more availability': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(/^AWS::RDS::DBInstance$/, ({ MultiAZ }) => ({ MultiAZ: !MultiAZ })),
  },
  'another instance type': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(/^AWS::EC2::Instance$/, () => ({ InstanceType: 'm7i.large' })),
  },
  'another instance class': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(/^AWS::RDS::DBInstance$/, () => ({ DBInstanceClass: 'db.r7g.large' })),
  },
  'other user data': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(/^AWS::EC2::Instance$/, () => ({ UserData: { 'Fn::Base64': '#!/bin/sh\necho edited' } })),
  },
  'a tag': {
    perhaps: false,
    loss: false,
    broadened: false,
    edit: propertyEdit(
      /^AWS::(S3::Bucket|RDS::DBInstance|EC2::(VPC|Subnet|SecurityGroup|Instance|NatGateway)|SQS::Queue|DynamoDB::Table|ECS::(Cluster|Service)|ElasticLoadBalancingV2::\w+)$/,
      ({ Tags }) => ({ Tags: [...(Tags ?? []), { Key: 'Edited', Value: 'yes' }] }),
    ),
  },
  'another description': {
    perhaps: false,
    broadened: false,
    edit: propertyEdit(/^AWS::(Lambda::Function|KMS::Key|ApiGateway::RestApi)$/, () => ({ Description: 'edited' })),
  },
  'a larger task': { perhaps: false, loss: false, edit: propertyEdit(/^AWS::ECS::TaskDefinition$/, () => ({ Memory: '4096' })) },
  'another version of a database': {
    perhaps: false,
    loss: false,
    edit: propertyEdit(
      /^AWS::RDS::DB(Instance|Cluster)$/,
      ({ EngineVersion }) => ({ EngineVersion: `${EngineVersion}.9` }),
      ({ EngineVersion }) => typeof EngineVersion === 'string',
    ),
  },
  'other code': {
    perhaps: false,
    loss: false,
    broadened: false,
    edit: propertyEdit(
      /^AWS::Lambda::Function$/,
      ({ Code }) => ({ Code: { ...Code, S3Key: `${'ab'.repeat(32)}.zip` } }),
      ({ Code }) => typeof Code?.S3Key === 'string',
    ),
  },
};
