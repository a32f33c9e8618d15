rule "aws-account-access-analyzer" {
  summary     = "The account has settings of its own, but no access analyzer"
  category    = "security"
  severity    = "low"
  tags        = ["iam", "logging"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0175"] }

  graph {
    where   = any([for r in self.resources : r.type == "aws_iam_account_password_policy"])
    require = any([for r in self.resources : r.type == "aws_accessanalyzer_analyzer"])
    message = "Nothing tells which buckets, roles and keys of the account are open to others."
  }

  why  = <<-TEXT
    IAM Access Analyzer finds policies that let other accounts in, also those that were written by hand. It costs nothing for access from
    outside.
  TEXT
  help = "Declare aws_accessanalyzer_analyzer where the settings of the account stand."

  example "only a password policy" {
    flagged = <<-TF
      resource "aws_iam_account_password_policy" "main" {
        minimum_password_length = 14
      }
    TF
  }

  example "an analyzer too" {
    accepted = <<-TF
      resource "aws_iam_account_password_policy" "main" {
        minimum_password_length = 14
      }

      resource "aws_accessanalyzer_analyzer" "main" {
        analyzer_name = "account"
      }
    TF
  }
}
