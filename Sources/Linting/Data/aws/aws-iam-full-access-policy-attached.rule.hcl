rule "aws-iam-full-access-policy-attached" {
  summary     = "The AWS policy for full rights in IAM is attached"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_56"] }

  resource "aws_iam_role" {
    require = !any([for p in self.managed_policy_arns : endswith(p, "policy/IAMFullAccess")])
    at      = self.managed_policy_arns
  }

  resource "aws_iam_policy_attachment" "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" {
    where   = self.policy_arn != null
    require = !endswith(self.policy_arn, "policy/IAMFullAccess")
  }

  resource "aws_ssoadmin_managed_policy_attachment" {
    require = !endswith(self.managed_policy_arn, "policy/IAMFullAccess")
  }

  data "aws_iam_policy" {
    require = self.name != "IAMFullAccess" && !endswith(self.arn, "policy/IAMFullAccess")
  }

  why  = "Whoever may change policies gives himself every other right: IAMFullAccess is that of an administrator under another name."
  help = "Attach a policy with the actions that are needed."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "policy_arn is arn:aws:iam::aws:policy/IAMFullAccess" {
    flagged = <<-TF
      resource "aws_iam_role_policy_attachment" "deploy" {
        role       = "deploy"
        policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
      }
    TF
  }

  example "policy_arn is arn:aws:iam::aws:policy/IAMReadOnlyAccess" {
    accepted = <<-TF
      resource "aws_iam_role_policy_attachment" "deploy" {
        role       = "deploy"
        policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
      }
    TF
  }
}
