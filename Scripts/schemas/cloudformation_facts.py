"""What the schemas of CloudFormation say of values, by the Terraform argument that has the property's name."""
import json
import re
import zipfile

# Services whose Terraform types have another word in front.
PREFIXES = {
    "EC2": ["", "ec2_"], "ElasticLoadBalancingV2": ["lb_", ""], "ElasticLoadBalancing": ["", "elb_"], "RDS": ["db_", "rds_", ""],
    "Logs": ["cloudwatch_log_", "cloudwatch_"], "Events": ["cloudwatch_event_"], "CloudWatch": ["cloudwatch_", "cloudwatch_metric_"],
    "Route53": ["route53_"], "AutoScaling": ["autoscaling_", ""], "StepFunctions": ["sfn_"], "CertificateManager": ["acm_"], "SSO": ["ssoadmin_"],
    "OpenSearchService": ["opensearch_"], "AmazonMQ": ["mq_"], "DMS": ["dms_"], "EFS": ["efs_"], "KinesisFirehose": ["kinesis_firehose_"],
    "Kinesis": ["kinesis_"], "WAFv2": ["wafv2_"], "ApiGateway": ["api_gateway_"], "ApiGatewayV2": ["apigatewayv2_"], "DocDB": ["docdb_"],
    "Elasticsearch": ["elasticsearch_"], "SecretsManager": ["secretsmanager_"], "ServiceDiscovery": ["service_discovery_"],
    "ElastiCache": ["elasticache_"], "CodeStarConnections": ["codestarconnections_"], "MSK": ["msk_"], "ElasticBeanstalk": ["elastic_beanstalk_"],
    "ApplicationAutoScaling": ["appautoscaling_"], "Cognito": ["cognito_"]}
# Types that are named otherwise altogether.
TYPES = {
    "AWS::S3::Bucket": "aws_s3_bucket", "AWS::RDS::DBInstance": "aws_db_instance", "AWS::RDS::DBCluster": "aws_rds_cluster",
    "AWS::EC2::EIP": "aws_eip", "AWS::EC2::Volume": "aws_ebs_volume", "AWS::ElasticLoadBalancingV2::LoadBalancer": "aws_lb",
    "AWS::ElasticLoadBalancingV2::TargetGroup": "aws_lb_target_group", "AWS::AutoScaling::AutoScalingGroup": "aws_autoscaling_group",
    "AWS::EC2::LaunchTemplate": "aws_launch_template", "AWS::EC2::NatGateway": "aws_nat_gateway", "AWS::Logs::LogGroup": "aws_cloudwatch_log_group",
    "AWS::ElastiCache::CacheCluster": "aws_elasticache_cluster", "AWS::CloudWatch::Alarm": "aws_cloudwatch_metric_alarm",
    "AWS::IAM::ManagedPolicy": "aws_iam_policy", "AWS::DynamoDB::Table": "aws_dynamodb_table", "AWS::EC2::VPC": "aws_vpc",
    "AWS::Elasticsearch::Domain": "aws_elasticsearch_domain"}


def snake_case(name):
    name = re.sub("([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub("([a-z0-9])([A-Z])", r"\1_\2", name).lower()


class CloudFormationFacts:
    """values: facts of CloudFormation properties by the path of the Terraform argument that has their name."""

    def __init__(self, tree, package):
        self.tree = tree
        self.values, self.formats = {}, {}
        for type_, schema in sorted(self.largest_schemas(package).items()):
            resource = TYPES.get(type_) or self.resource_type(type_)
            if resource:
                self.schema = schema
                self.walk({"properties": schema.get("properties", {})}, (resource,), ())

    @staticmethod
    def largest_schemas(package):
        """The schema of each type in the region where it says most."""
        found = {}
        with zipfile.ZipFile(package) as wheel:
            for name in sorted(wheel.namelist()):
                if not re.fullmatch(r"cfnlint/data/schemas/resources/[^/]+\.json", name):
                    continue
                schema = json.loads(wheel.read(name))
                type_, size = schema.get("typeName", ""), len(json.dumps(schema))
                if re.fullmatch(r"AWS::\w+::\w+", type_) and size > found.get(type_, (0,))[0]:
                    found[type_] = (size, schema)
        return {type_: schema for type_, (_, schema) in found.items()}

    def resource_type(self, type_):
        _, service, name = type_.split("::")
        for prefix in PREFIXES.get(service, []) + [f"{service.lower()}_", f"{snake_case(service)}_"]:
            for candidate in (snake_case(name), snake_case(name).replace("_", "")):
                for ending in ("", "s"):
                    if f"aws_{prefix}{candidate}{ending}" in self.tree.types:
                        return f"aws_{prefix}{candidate}{ending}"
        return None

    def members(self, path):
        """The members of a type or of a block inside it."""
        members = self.tree.types[path[0]]
        for name in path[1:]:
            member = (members or {}).get(name)
            if member is None or not member[0].startswith("{"):
                return None
            members = self.tree.inside(member)
        return members

    def is_attribute(self, path):
        member = (self.members(path[:-1]) or {}).get(path[-1]) if len(path) > 1 else None
        return member is not None and not member[0].startswith("{")

    def walk(self, schema, path, definitions, depth=0):
        if depth > 8 or not isinstance(schema, dict):
            return
        reference = schema.get("$ref", "")
        if reference.startswith("#/definitions/"):
            target = self.schema.get("definitions", {}).get(reference.removeprefix("#/definitions/"))
            if target is not None and reference not in definitions:
                beside = {key: value for key, value in schema.items() if key != "$ref"}
                self.walk({**target, **beside}, path, definitions + (reference,), depth + 1)
            return
        facts = self.facts(schema)
        if self.is_attribute(path):
            if facts:
                self.values[".".join(path)] = facts
            if isinstance(schema.get("format"), str):
                self.formats[".".join(path)] = schema["format"].replace(" ", "_")
        for name, inner in (schema.get("properties") or {}).items():
            self.walk(inner, path + (snake_case(name),), definitions, depth + 1)
        if isinstance(schema.get("items"), dict):
            self.walk(schema["items"], self.block_path(path), definitions, depth + 1)

    def block_path(self, path):
        """Blocks are named in the singular, lists of objects in the plural."""
        if len(path) > 1 and not self.is_attribute(path):
            members = self.members(path[:-1]) or {}
            for name in (path[-1], path[-1][:-1], f"{path[-1]}s"):
                if name in members and members[name][0].startswith("{"):
                    return path[:-1] + (name,)
        return path

    @staticmethod
    def facts(schema):
        facts, values = {}, schema.get("enum")
        if isinstance(values, list) and all(isinstance(value, str) for value in values):
            facts["in"] = sorted(set(values))
        if isinstance(schema.get("pattern"), str) and schema["pattern"]:
            facts["matches"] = schema["pattern"]
        if schema.get("type") == "string" and ("minLength" in schema or "maxLength" in schema):
            facts["len"] = f"{schema.get('minLength', 0)}..{schema.get('maxLength', '')}"
        if schema.get("type") in ("integer", "number") and ("minimum" in schema or "maximum" in schema):
            facts["range"] = f"{schema.get('minimum', '')}..{schema.get('maximum', '')}"
        return facts
