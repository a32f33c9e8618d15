rule "aws-iam-policy-wildcard-resource" {
  summary  = "The policy fits every resource where it could name some"
  category = "security"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  subject "aws-iam-policy" {
    let = {
      free     = flatten([for s in statements : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      harmless = "^(?i)(autoscaling:Describe|ce:|cloudfront:List|cloudwatch:(PutMetricData|Get|List|Describe)|cloudformation:(Describe|List)|config:(Describe|Get|List)|cur:|ec2:(Describe|Get)|ec2messages:|ecr:GetAuthorizationToken|ecs:(List|DescribeClusters)|elasticloadbalancing:Describe|health:|iam:(List|GetAccount)|kms:(ListAliases|ListKeys)|logs:Describe|organizations:(List|Describe)|pricing:|rds:Describe|route53:(List|GetChange)|route53domains:|s3:(ListAllMyBuckets|GetAccountPublicAccessBlock)|secretsmanager:(ListSecrets|GetRandomPassword)|servicequotas:|sns:List|sqs:ListQueues|ssm:(Describe|List|UpdateInstanceInformation)|ssmmessages:|sts:(GetCallerIdentity|DecodeAuthorizationMessage)|support:|tag:|xray:)"
      wide     = [for a in free : a if !can(regex(harmless, a))]
    }
    require     = length(wide) == 0
    message     = "Actions that could name their resources are allowed on all of them."
    at          = document
    equivalents = { checkov = ["CKV_AWS_355"], trivy = ["AWS-0346"] }
  }

  data "aws_iam_policy_document" {
    let = {
      free     = flatten([for s in self.statement : s.actions if s.effect != "Deny" && length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      harmless = "^(?i)(autoscaling:Describe|ce:|cloudfront:List|cloudwatch:(PutMetricData|Get|List|Describe)|cloudformation:(Describe|List)|config:(Describe|Get|List)|cur:|ec2:(Describe|Get)|ec2messages:|ecr:GetAuthorizationToken|ecs:(List|DescribeClusters)|elasticloadbalancing:Describe|health:|iam:(List|GetAccount)|kms:(ListAliases|ListKeys)|logs:Describe|organizations:(List|Describe)|pricing:|rds:Describe|route53:(List|GetChange)|route53domains:|s3:(ListAllMyBuckets|GetAccountPublicAccessBlock)|secretsmanager:(ListSecrets|GetRandomPassword)|servicequotas:|sns:List|sqs:ListQueues|ssm:(Describe|List|UpdateInstanceInformation)|ssmmessages:|sts:(GetCallerIdentity|DecodeAuthorizationMessage)|support:|tag:|xray:)"
      wide     = [for a in free : a if !can(regex(harmless, a))]
    }
    require     = length(wide) == 0
    message     = "Actions that could name their resources are allowed on all of them."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_356"], trivy = ["AWS-0346"] }
  }

  why  = "What the program never uses is within its reach, today and for all that will be created."
  help = "Name the resources. Listing and describing often works on * only: keep such actions in a statement of their own."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "resources is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["*"]
        }
      }
    TF
  }

  example "resources is arn:aws:sqs:eu-west-1:123456789012:orders" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["sqs:SendMessage"]
          resources = ["arn:aws:sqs:eu-west-1:123456789012:orders"]
        }
      }
    TF
  }
}
