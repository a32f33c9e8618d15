rule "aws-iam-role-inline-arguments" {
  summary     = "The role's policies are written in arguments that are on their way out"
  category    = "correctness"
  severity    = "info"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { tflint = ["aws_iam_role_deprecated_policy_attributes"] }

  resource "aws_iam_role" {
    require = self.managed_policy_arns == null
    message = "managed_policy_arns is deprecated."
  }

  resource "aws_iam_role" {
    require = length(self.inline_policy) == 0
    at      = self.inline_policy
    message = "The block inline_policy is deprecated."
  }

  why  = "Both own all policies of the role, and remove what other modules attach; a coming version of the provider drops them."
  help = "Use aws_iam_role_policy_attachment and aws_iam_role_policy."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "managed_policy_arns is arn:aws:iam::aws:policy/ReadOnlyAccess" {
    flagged = <<-TF
      resource "aws_iam_role" "reader" {
        name                = "reader"
        assume_role_policy  = "{}"
        managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
      }
    TF
  }

  example "without managed_policy_arns" {
    accepted = <<-TF
      resource "aws_iam_role" "reader" {
        name               = "reader"
        assume_role_policy = "{}"

      }
    TF
  }
}
