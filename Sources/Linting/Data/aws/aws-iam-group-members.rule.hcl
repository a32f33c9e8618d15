rule "aws-iam-group-members" {
  summary     = "The group has no users"
  category    = "correctness"
  severity    = "info"
  tags        = ["iam"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_14", "CKV2_AWS_21"] }

  resource "aws_iam_group_membership" {
    require = self.users != null && length(self.users) > 0 && (refers("users", "aws_iam_user") || self.users != null)
    at      = self.users
  }

  why  = "A membership without users gives rights to nobody, and hides that somebody was meant."
  help = "List the users, or remove the membership."

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_group_membership" "auditors" {
        name  = "auditors"
        group = "auditors"
        users = []
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_group_membership" "auditors" {
        name  = "auditors"
        group = "auditors"
        users = ["anna"]
      }
    TF
  }
}
