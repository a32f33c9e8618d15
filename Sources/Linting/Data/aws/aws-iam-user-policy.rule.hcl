rule "aws-iam-user-policy" {
  summary     = "Rights are given to a single user"
  category    = "security"
  severity    = "low"
  tags        = ["iam", "cis-aws/1.15"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_40"], trivy = ["AWS-0143"] }

  resource "aws_iam_user_policy" "aws_iam_user_policy_attachment" {
    require = false
    at      = self.user
    message = "The policy is attached to a user instead of a group or role."
  }

  resource "aws_iam_policy_attachment" {
    require = self.users == null || length(self.users) == 0
    message = "The policy is attached to users instead of groups or roles."
  }

  why  = "Rights of single users are forgotten when people change their work; nobody sees who may do what."
  help = "Attach the policy to a group or a role, and make the user a member."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_user_policy_attachment" "anna" {
        user       = "anna"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_group_policy_attachment" "auditors" {
        group      = "auditors"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    TF
  }
}
