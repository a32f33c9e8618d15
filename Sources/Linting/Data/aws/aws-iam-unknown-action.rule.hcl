rule "aws-iam-unknown-action" {
  summary  = "The policy names a service or an action that does not exist"
  category = "correctness"
  severity = "medium"
  tags     = ["iam"]

  subject "aws-iam-policy" {
    let     = { actions = flatten([for s in statements : concat(s.actions, s.not_actions)]) }
    require = all([for a in actions : a == "*" || can(regex("^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$", a))])
    at      = document
    message = "An action has the form service:Action."
  }

  subject "aws-iam-policy" {
    let = {
      actions  = flatten([for s in statements : concat(s.actions, s.not_actions)])
      mistaken = ["alb", "elb", "nlb", "elbv2", "cloudwatchlogs", "cloudwatch-logs", "stepfunctions", "step-functions", "eventbridge", "efs", "msk", "documentdb", "docdb", "opensearch", "cognito", "aurora", "vpc", "ssm-messages", "secrets-manager", "secretmanager", "parameterstore", "api-gateway", "apigatewayv2", "ecs-tasks", "iam-user", "lambdas", "sagemaker-runtime", "bedrock-runtime", "costexplorer", "cost-explorer", "mq-broker"]
    }
    require = all([for a in actions : !contains(mistaken, lower(split(":", a)[0]))])
    at      = document
    message = "An action begins with a name that no service has in IAM."
  }

  subject "aws-iam-policy" {
    let = {
      actions = flatten([for s in statements : concat(s.actions, s.not_actions)])
      calls   = ["s3:headobject", "s3:headbucket", "s3:listobjects", "s3:listobjectsv2", "s3:listbuckets", "s3:copyobject", "s3:deleteobjects", "s3:uploadpart", "s3:createmultipartupload", "s3:completemultipartupload", "s3:listmultipartuploads", "s3:listparts", "s3:getbucketencryption", "s3:putbucketencryption", "s3:getbucketreplication", "s3:putbucketreplication", "dynamodb:transactgetitems", "dynamodb:transactwriteitems", "sqs:sendmessagebatch", "sqs:deletemessagebatch", "sqs:changemessagevisibilitybatch", "sns:publishbatch", "lambda:invoke"]
      wrong   = [for a in actions : a if contains(calls, lower(a))]
    }
    require  = length(wrong) == 0
    at       = document
    severity = "low"
    message  = "There is an operation of that name, but no action: ${join(", ", wrong)}."
  }

  data "aws_iam_policy_document" {
    each = self.statement
    let = {
      actions  = concat(each.value.actions == null ? [] : tolist(each.value.actions), each.value.not_actions == null ? [] : tolist(each.value.not_actions))
      mistaken = ["alb", "elb", "nlb", "elbv2", "cloudwatchlogs", "cloudwatch-logs", "stepfunctions", "step-functions", "eventbridge", "efs", "msk", "documentdb", "docdb", "opensearch", "cognito", "aurora", "vpc", "ssm-messages", "secrets-manager", "secretmanager", "parameterstore", "api-gateway", "apigatewayv2", "ecs-tasks", "iam-user", "lambdas", "sagemaker-runtime", "bedrock-runtime", "costexplorer", "cost-explorer", "mq-broker"]
    }
    require = all([
      for a in actions :
      a == "*" || (can(regex("^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$", a)) && !contains(mistaken, lower(split(":", a)[0])))
    ])
    at      = each.value.actions
    message = "An action has no service, or one that does not exist."
  }

  why  = "IAM takes any well-formed name without complaint, so that the right is missing when it is needed; other forms it refuses."
  help = <<-TEXT
    Look the name up in the service authorization reference: services are called elasticloadbalancing, logs, states, events,
    elasticfilesystem, kafka, es, cognito-idp, rds; HeadObject is allowed by s3:GetObject, ListObjects by s3:ListBucket, batches and
    transactions by the actions of their parts.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      data "aws_iam_policy_document" "start" {
        statement {
          actions   = ["stepfunctions:StartExecution"]
          resources = ["arn:aws:states:eu-west-1:123456789012:stateMachine:orders"]
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      data "aws_iam_policy_document" "start" {
        statement {
          actions   = ["states:StartExecution"]
          resources = ["arn:aws:states:eu-west-1:123456789012:stateMachine:orders"]
        }
      }
    TF
  }

  example "an operation that is no action" {
    flagged = <<-TF
      resource "aws_iam_policy" "read" {
        name   = "read"
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:HeadObject"], Resource = "arn:aws:s3:::orders/*" }] })
      }
    TF
  }
}
