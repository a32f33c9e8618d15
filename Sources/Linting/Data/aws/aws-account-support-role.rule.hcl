rule "aws-account-support-role" {
  summary     = "The account has settings of its own, but nobody who may open a support case"
  category    = "reliability"
  severity    = "info"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0169"] }

  graph {
    where = any([for r in self.resources : r.type == "aws_iam_account_password_policy"])
    require = any([
      for r in self.resources :
      endswith(r.values.policy_arn, ":aws:policy/AWSSupportAccess") || endswith(r.values.policy_arn, "policy/AWSSupportAccess")
      if contains(["aws_iam_role_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_user_policy_attachment"], r.type)
    ])
    message = "No role has the policy AWSSupportAccess."
  }

  why  = <<-TEXT
    In an incident the case with AWS is opened by whoever is on duty, who should not need an administrator, or the root user, for it.
  TEXT
  help = "Attach the managed policy AWSSupportAccess to a role that those on duty may assume."

  example "no role for support" {
    flagged = <<-TF
      resource "aws_iam_account_password_policy" "main" {
        minimum_password_length = 14
      }
    TF
  }

  example "a role for those on duty" {
    accepted = <<-TF
      resource "aws_iam_account_password_policy" "main" {
        minimum_password_length = 14
      }

      resource "aws_iam_role_policy_attachment" "support" {
        role       = "on-duty"
        policy_arn = "arn:aws:iam::aws:policy/AWSSupportAccess"
      }
    TF
  }
}
