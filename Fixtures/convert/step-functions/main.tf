provider "aws" {
  region = "us-east-1"
}

variable "project" {
  type    = string
  default = "billing"
}

variable "retention" {
  type    = number
  default = 30
}

variable "schedule" {
  type    = string
  default = "rate(1 day)"
}

resource "aws_kms_key" "logs" {
  description             = "Keys of the state machine's logs"
  deletion_window_in_days = 7
  enable_key_rotation     = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Root"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${data.aws_region.current.name}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_alias" "logs" {
  name          = "alias/${var.project}-logs"
  target_key_id = aws_kms_key.logs.key_id
}

data "aws_caller_identity" "current" {}
data "aws_region" "current" {}

resource "aws_cloudwatch_log_group" "machine" {
  name              = "/aws/vendedlogs/states/${var.project}"
  retention_in_days = var.retention
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_iam_role" "machine" {
  name_prefix = "machine"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
  inline_policy {
    name = "publish"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect   = "Allow"
        Action   = ["sns:Publish", "sqs:SendMessage"]
        Resource = [aws_sns_topic.done.arn, aws_sqs_queue.failed.arn]
      }]
    })
  }
}

resource "aws_sns_topic" "done" {
  name              = "${var.project}-done"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_sns_topic_subscription" "done" {
  topic_arn            = aws_sns_topic.done.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.failed.arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ kind = ["report"] })
}

resource "aws_sqs_queue" "failed" {
  name                      = "${var.project}-failed"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue_policy" "failed" {
  queue_url = aws_sqs_queue.failed.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.failed.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.done.arn } }
    }]
  })
}

resource "aws_secretsmanager_secret" "token" {
  name                    = "${var.project}/token"
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id     = aws_secretsmanager_secret.token.id
  secret_string = jsonencode({ topic = aws_sns_topic.done.arn, user = "robot" })
}

resource "aws_sfn_state_machine" "billing" {
  name     = "${var.project}-machine"
  role_arn = aws_iam_role.machine.arn
  type     = "STANDARD"

  definition = jsonencode({
    StartAt = "Publish"
    States = {
      Publish = {
        Type     = "Task"
        Resource = "arn:aws:states:::sns:publish"
        Parameters = {
          TopicArn    = aws_sns_topic.done.arn
          "Message.$" = "$.report"
        }
        Catch = [{ ErrorEquals = ["States.ALL"], Next = "Keep" }]
        End   = true
      }
      Keep = {
        Type     = "Task"
        Resource = "arn:aws:states:::sqs:sendMessage"
        Parameters = {
          QueueUrl        = aws_sqs_queue.failed.url
          "MessageBody.$" = "$"
        }
        End = true
      }
    }
  })

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.machine.arn}:*"
    include_execution_data = true
    level                  = "ERROR"
  }
  tracing_configuration {
    enabled = true
  }
  tags = {
    Project = var.project
  }
}

resource "aws_iam_role" "events" {
  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "events.amazonaws.com"}}
      ]
    }
  EOT
}

resource "aws_iam_policy" "start" {
  name = "${var.project}-start"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "states:StartExecution", Resource = aws_sfn_state_machine.billing.arn }]
  })
}

resource "aws_iam_role_policy_attachment" "start" {
  role       = aws_iam_role.events.name
  policy_arn = aws_iam_policy.start.arn
}

resource "aws_cloudwatch_event_rule" "daily" {
  name                = "${var.project}-daily"
  schedule_expression = var.schedule
}

resource "aws_cloudwatch_event_target" "daily" {
  rule     = aws_cloudwatch_event_rule.daily.name
  arn      = aws_sfn_state_machine.billing.arn
  role_arn = aws_iam_role.events.arn
  input    = jsonencode({ report = "daily" })
}

output "machine" {
  value = aws_sfn_state_machine.billing.arn
}
