rule "aws-iam-privilege-escalation" {
  summary    = "The policy lets its holder become an administrator"
  category   = "security"
  severity   = "high"
  tags       = ["iam"]
  covered_by = ["aws-iam-policy-administrator"]

  parameter "combinations" {
    default = [
      ["iam:CreatePolicyVersion"], ["iam:SetDefaultPolicyVersion"], ["iam:CreateAccessKey"], ["iam:CreateLoginProfile"],
      ["iam:UpdateLoginProfile"], ["iam:AttachUserPolicy"], ["iam:AttachGroupPolicy"], ["iam:AttachRolePolicy"],
      ["iam:PutUserPolicy"], ["iam:PutGroupPolicy"], ["iam:PutRolePolicy"], ["iam:AddUserToGroup"],
      ["iam:UpdateAssumeRolePolicy"], ["iam:PassRole", "ec2:RunInstances"],
      ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
      ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
      ["iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"],
      ["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"], ["iam:PassRole", "cloudformation:CreateStack"],
      ["iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"],
      ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"],
      ["iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"],
      ["iam:PassRole", "sagemaker:CreateTrainingJob"], ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
      ["iam:PassRole", "states:CreateStateMachine", "states:StartExecution"],
      ["iam:PassRole", "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"],
      ["lambda:UpdateFunctionCode"], ["iam:PassRole", "ssm:StartAutomationExecution"],
    ]
    summary = "Sets of actions, each of which is enough to get every other right."
  }

  subject "aws-iam-policy" {
    let = {
      everywhere = [for s in statements : s if length(s.conditions) == 0 && contains(s.resources, "*")]
      allowed    = flatten([for s in everywhere : s.actions if s.effect == "Allow"])
      denied     = flatten([for s in everywhere : s.actions if s.effect == "Deny"])
      granted    = [for a in allowed : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      taken      = [for a in denied : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      can_do = {
        for action in distinct(flatten(param.combinations)) :
        action => any([for p in granted : can(regex(p, action))]) && !any([for p in taken : can(regex(p, action))])
      }
    }
    require     = !any([for c in param.combinations : all([for action in c : can_do[action]])])
    message     = "The actions that are allowed on every resource are enough to get every other right."
    at          = document
    equivalents = { checkov = ["CKV_AWS_286"] }
  }

  data "aws_iam_policy_document" {
    let = {
      everywhere = [for s in self.statement : s if length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")]
      allowed    = flatten([for s in everywhere : s.actions if s.effect != "Deny"])
      denied     = flatten([for s in everywhere : s.actions if s.effect == "Deny"])
      granted    = [for a in allowed : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      taken      = [for a in denied : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      can_do = {
        for action in distinct(flatten(param.combinations)) :
        action => any([for p in granted : can(regex(p, action))]) && !any([for p in taken : can(regex(p, action))])
      }
    }
    require     = !any([for c in param.combinations : all([for action in c : can_do[action]])])
    message     = "The actions that are allowed on every resource are enough to get every other right."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_110"] }
  }

  resource "aws_iam_role" {
    let = {
      policies   = concat([for p in related("aws_iam_role_policy", "role") : policy_statements(p.policy)], [for p in self.inline_policy : policy_statements(p.policy)])
      everywhere = [for statements in policies : [for s in statements : s if length(s.conditions) == 0 && contains(s.resources, "*")]]
      allowed    = [for statements in everywhere : flatten([for s in statements : s.actions if s.effect == "Allow"])]
      denied     = flatten([for statements in everywhere : [for s in statements : s.actions if s.effect == "Deny"]])
      granted    = [for actions in allowed : [for a in actions : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]]
      taken      = [for a in denied : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
    }
    where = length(policies) > 1
    require = !any([
      for c in param.combinations :
      length(c) > 1
      && all([for action in c : any([for p in flatten(granted) : can(regex(p, action))]) && !any([for p in taken : can(regex(p, action))])])
      && !any([for one in granted : all([for action in c : any([for p in one : can(regex(p, action))])])])
    ])
    message = "No policy of the role is enough by itself, but together they give every other right."
    at      = self
  }

  why  = <<-TEXT
    Each of these actions, or pairs such as iam:PassRole with ec2:RunInstances, hands out the rights of other roles: a program with them
    that is taken over owns the account.
  TEXT
  help = <<-TEXT
    Limit the resources: iam:PassRole to the roles that are passed, changes of policies to a path. Or add a condition such as
    iam:PassedToService or a permissions boundary.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["iam:PassRole", "ec2:RunInstances"]
          resources = ["*"]
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["iam:PassRole", "ec2:RunInstances"]
          resources = ["arn:aws:iam::123456789012:role/workers/*"]
        }
      }
    TF
  }

  example "what another statement takes away" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["ec2:*", "iam:PassRole"]
          resources = ["*"]
        }

        statement {
          effect    = "Deny"
          actions   = ["iam:*"]
          resources = ["*"]
        }
      }
    TF
  }

  example "two policies of one role" {
    flagged = <<-TF
      resource "aws_iam_role" "ci" {
        name               = "ci"
        assume_role_policy = "{}"
      }

      resource "aws_iam_role_policy" "pass" {
        role   = aws_iam_role.ci.id
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
      }

      resource "aws_iam_role_policy" "run" {
        role   = aws_iam_role.ci.id
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*" }] })
      }
    TF
  }
}
