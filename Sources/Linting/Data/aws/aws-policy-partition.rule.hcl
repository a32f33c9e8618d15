rule "aws-policy-partition" {
  summary  = "The policy names resources of one AWS partition"
  category = "correctness"
  severity = "info"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_iam_policy" {
    require     = !any([for s in policy_statements(self.policy) : any([for r in concat(s.resources, s.not_resources) : startswith(r, "arn:aws:")])])
    at          = self.policy
    message     = "The policy has no effect in GovCloud or China, whose ARNs do not begin with arn:aws:."
    equivalents = { tflint = ["aws_iam_policy_gov_friendly_arns"] }
  }

  resource "aws_iam_role_policy" {
    require     = !any([for s in policy_statements(self.policy) : any([for r in concat(s.resources, s.not_resources) : startswith(r, "arn:aws:")])])
    at          = self.policy
    message     = "The policy has no effect in GovCloud or China, whose ARNs do not begin with arn:aws:."
    equivalents = { tflint = ["aws_iam_role_policy_gov_friendly_arns"] }
  }

  data "aws_iam_policy_document" {
    each        = self.statement
    require     = !any([for r in each.value.resources : startswith(r, "arn:aws:")]) && !any([for r in each.value.not_resources : startswith(r, "arn:aws:")])
    message     = "The statement has no effect in GovCloud or China, whose ARNs do not begin with arn:aws:."
    equivalents = { tflint = ["aws_iam_policy_document_gov_friendly_arns"] }
  }

  why  = <<-TEXT
    Partitions have ARNs of their own: aws-us-gov, aws-cn. A module with arn:aws: written out works in the public one alone, and its
    policies match nothing elsewhere.
  TEXT
  help = "Write arn:$${data.aws_partition.current.partition}:, or refer to the arn of the resource."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "the public partition" {
    flagged = <<-TF
      data "aws_iam_policy_document" "read" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["arn:aws:s3:::orders/*"]
        }
      }
    TF
  }

  example "the partition of the run" {
    accepted = <<-TF
      data "aws_partition" "current" {}

      data "aws_iam_policy_document" "read" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["arn:${data.aws_partition.current.partition}:s3:::orders/*"]
        }
      }
    TF
  }
}
