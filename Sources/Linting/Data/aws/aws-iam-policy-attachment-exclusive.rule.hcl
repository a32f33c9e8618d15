rule "aws-iam-policy-attachment-exclusive" {
  summary     = "The attachment removes everyone else's"
  category    = "correctness"
  severity    = "medium"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { tflint = ["aws_iam_policy_attachment_exclusive_attachment"] }

  resource "aws_iam_policy_attachment" {
    require = false
    at      = self
    message = "This resource owns all attachments of the policy in the account."
  }

  why  = "Each apply detaches the policy from users, roles and groups that other modules, or people, attached it to."
  help = "Use aws_iam_role_policy_attachment, and those for users and groups."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_policy_attachment" "read" {
        name       = "read"
        roles      = ["reader"]
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_role_policy_attachment" "read" {
        role       = "reader"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    TF
  }
}
