"""Runs each snippet of a JSON file against aws-cdk-lib, with what it takes for granted. Prints those that fail."""

import json
import sys
import traceback

SETUP = {
    "App": "App()",
    "Stack": "Stack(app, '{name}', env=env)",
    "string": "'{name}'",
    "string[]": "['{name}']",
    "acm.ICertificate": "acm.Certificate(given, '{name}', domain_name='acme-bank.io')",
    "apigateway.DomainName": "apigateway.DomainName(given, '{name}', domain_name='api.acme-bank.io', certificate=acm.Certificate(given, '{name}C', domain_name='api.acme-bank.io'))",
    "apigateway.RestApi": "rest_api('{name}')",
    "backup.BackupPlan": "backup.BackupPlan(given, '{name}', backup_vault=backup.BackupVault(given, '{name}V'))",
    "backup.IBackupVault": "backup.BackupVault(given, '{name}')",
    "cloudfront.IOrigin": "origins.HttpOrigin('acme-bank.io')",
    "cloudwatch.Alarm": "cloudwatch.Alarm(given, '{name}', metric=cloudwatch.Metric(namespace='N', metric_name='M'), threshold=1, evaluation_periods=1)",
    "dsql.CfnCluster": "dsql.CfnCluster(given, '{name}')",
    "dynamodb.TableV2": "dynamodb.TableV2(given, '{name}', partition_key=dynamodb.Attribute(name='id', type=dynamodb.AttributeType.STRING), replicas=[dynamodb.ReplicaTableProps(region='us-west-2')])",
    "ec2.CfnTransitGatewayPeeringAttachment": "ec2.CfnTransitGatewayPeeringAttachment(given, '{name}', peer_account_id='482731905566', peer_region='us-west-2', peer_transit_gateway_id='tgw-1', transit_gateway_id='tgw-2')",
    "ec2.ISubnet": "ec2.Vpc(given, '{name}', max_azs=2).private_subnets[0]",
    "ec2.IVpc": "ec2.Vpc(given, '{name}', max_azs=2)",
    "ec2.SecurityGroup": "ec2.SecurityGroup(given, '{name}', vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "ec2.Vpc": "ec2.Vpc(given, '{name}', max_azs=2)",
    "ecr.Repository": "ecr.Repository(given, '{name}')",
    "ecs.FargateService": "fargate('{name}')",
    "elasticache.CfnReplicationGroup": "elasticache.CfnReplicationGroup(given, '{name}', replication_group_description='{name}')",
    "elbv2.ApplicationTargetGroup": "elbv2.ApplicationTargetGroup(given, '{name}', port=80, target_type=elbv2.TargetType.IP, vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "elbv2.ApplicationLoadBalancer": "elbv2.ApplicationLoadBalancer(given, '{name}', vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "globalaccelerator.Listener": "globalaccelerator.Accelerator(given, '{name}').add_listener('L', port_ranges=[globalaccelerator.PortRange(from_port=443)])",
    "iam.Role": "iam.Role(given, '{name}', assumed_by=iam.ServicePrincipal('s3.amazonaws.com'))",
    "iam.ServicePrincipal": "iam.ServicePrincipal('events.amazonaws.com')",
    "iam.IRole": "iam.Role(given, '{name}', assumed_by=iam.ServicePrincipal('s3.amazonaws.com'))",
    "kms.IKey": "kms.Key(given, '{name}')",
    "kms.Key": "kms.Key(given, '{name}')",
    "lambda.Function": "function('{name}')",
    "lambda.FunctionUrl": "function('{name}').add_function_url()",
    "lambda.IFunction": "function('{name}')",
    "rds.CfnGlobalCluster": "rds.CfnGlobalCluster(given, '{name}')",
    "rds.DatabaseCluster": "rds.DatabaseCluster(given, '{name}', engine=rds.DatabaseClusterEngine.AURORA_MYSQL, writer=rds.ClusterInstance.serverless_v2('W'), vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "rds.IClusterEngine": "rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_16_6)",
    "rds.DatabaseInstance": "rds.DatabaseInstance(given, '{name}', engine=rds.DatabaseInstanceEngine.MYSQL, vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "route53.HealthCheck": "route53.HealthCheck(given, '{name}', type=route53.HealthCheckType.HTTPS, fqdn='acme-bank.io')",
    "route53.IHostedZone": "route53.PublicHostedZone(given, '{name}', zone_name='acme-bank.io')",
    "route53.PrivateHostedZone": "route53.PrivateHostedZone(given, '{name}', zone_name='acme.internal', vpc=ec2.Vpc(given, '{name}V', max_azs=2))",
    "s3.Bucket": "s3.Bucket(given, '{name}', versioned=True)",
    "s3.IBucket": "s3.Bucket.from_bucket_attributes(given, '{name}', bucket_arn='arn:aws:s3:::acme-orders-copies', account='590184027316')",
    "secretsmanager.Secret": "secretsmanager.Secret(given, '{name}')",
    "ssm.StringParameter": "ssm.StringParameter(given, '{name}', string_value='{name}')",
    "sns.ITopic": "sns.Topic(given, '{name}')",
    "sqs.Queue": "sqs.Queue(given, '{name}')",
}

NAMESPACES = "from aws_cdk import *\n" + "".join(
    f"from aws_cdk import aws_{module} as {name}\n"
    for name, module in [
        ("acm", "certificatemanager"),
        ("elbv2", "elasticloadbalancingv2"),
        ("origins", "cloudfront_origins"),
        ("lambda_", "lambda"),
        *[
            (name, name)
            for name in "apigateway backup cloudwatch dsql dynamodb ec2 ecr ecs elasticache globalaccelerator iam kms rds route53 s3 secretsmanager sns sqs ssm".split()
        ],
    ]
)


def run(fix: dict) -> None:
    scope: dict = {}
    exec(NAMESPACES, scope)
    exec(fix["imports"], scope)
    exec(
        "app = App()\n"
        "env = Environment(account='482731905566', region='us-east-1')\n"
        "given = Stack(app, 'Given', env=env)\n"
        "self = Stack(app, 'Test', env=env)\n"
        "def function(name):\n"
        "    return lambda_.Function(given, name, runtime=lambda_.Runtime.NODEJS_22_X, handler='index.handler', code=lambda_.Code.from_inline('x'))\n"
        "def fargate(name):\n"
        "    task = ecs.FargateTaskDefinition(given, name + 'T')\n"
        "    task.add_container('C', image=ecs.ContainerImage.from_registry('nginx'), port_mappings=[ecs.PortMapping(container_port=80)])\n"
        "    cluster = ecs.Cluster(given, name + 'C', vpc=ec2.Vpc(given, name + 'V', max_azs=2))\n"
        "    return ecs.FargateService(given, name, cluster=cluster, task_definition=task)\n"
        "def rest_api(name):\n"
        "    api = apigateway.RestApi(given, name)\n"
        "    api.root.add_method('GET')\n"
        "    return api\n",
        scope,
    )
    for given in fix["given"]:
        if given["name"] != "stack":
            value = "'arn:aws:iam::482731905566:oidc-provider/token.acme.io'" if given["name"].endswith("Arn") else SETUP[given["type"]].format(name=given["name"])
            exec(f"{given['python']} = {value}", scope)
    exec(fix["code"], scope)


failed = 0
for fix in json.load(open(sys.argv[1])):
    try:
        run(fix)
    except Exception:
        failed += 1
        print(f"{fix['id']}\n{fix['code']}\n{traceback.format_exc(limit=-2)[-1500:]}")
sys.exit(1 if failed else 0)
