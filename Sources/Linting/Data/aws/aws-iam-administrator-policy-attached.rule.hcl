rule "aws-iam-administrator-policy-attached" {
  summary     = "The AWS policy for administrators is attached"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_274"] }

  resource "aws_iam_role" {
    require = !any([for p in self.managed_policy_arns : endswith(p, "policy/AdministratorAccess")])
    at      = self.managed_policy_arns
    message = "The role gets AdministratorAccess, every right in the account."
  }

  resource "aws_iam_policy_attachment" "aws_iam_role_policy_attachment" "aws_iam_user_policy_attachment" "aws_iam_group_policy_attachment" {
    where   = self.policy_arn != null
    require = !endswith(self.policy_arn, "policy/AdministratorAccess")
    message = "AdministratorAccess gives every right in the account."
  }

  resource "aws_ssoadmin_managed_policy_attachment" {
    require = !endswith(self.managed_policy_arn, "policy/AdministratorAccess")
    message = "AdministratorAccess gives every right in the account."
  }

  data "aws_iam_policy" {
    require     = self.name != "AdministratorAccess" && !endswith(self.arn, "policy/AdministratorAccess")
    message     = "The module looks up AdministratorAccess to attach it."
    equivalents = { checkov = ["CKV_AWS_275"] }
  }

  why  = "Who holds AdministratorAccess can delete every backup and every log; a key with it that leaks is the loss of the account."
  help = "Attach a policy with the actions that are needed, and keep administration to a role that is assumed in an emergency."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role"]

  example "policy_arn is arn:aws:iam::aws:policy/AdministratorAccess" {
    flagged = <<-TF
      resource "aws_iam_role_policy_attachment" "deploy" {
        role       = "deploy"
        policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
      }
    TF
  }

  example "policy_arn is arn:aws:iam::aws:policy/ReadOnlyAccess" {
    accepted = <<-TF
      resource "aws_iam_role_policy_attachment" "deploy" {
        role       = "deploy"
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
    TF
  }
}
