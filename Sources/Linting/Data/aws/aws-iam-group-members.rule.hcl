rule "aws-iam-group-members" {
  summary  = "The group has no users"
  category = "correctness"
  severity = "info"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_iam_group_membership" {
    require     = self.users != null && length(self.users) > 0
    at          = self.users
    equivalents = { checkov = ["CKV2_AWS_14"] }
  }

  resource "aws_iam_group_membership" {
    require     = refers("users", "aws_iam_user") && refers("group", "aws_iam_group")
    at          = self.users
    message     = "The users or the group are written down instead of referred to."
    equivalents = { checkov = ["CKV2_AWS_21"] }
  }

  why  = "A membership without users gives rights to nobody, and hides that somebody was meant."
  help = "List users by reference to their resources, or remove the membership."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group_membership"]

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
      resource "aws_iam_group" "auditors" {
        name = "auditors"
      }

      resource "aws_iam_user" "anna" {
        name = "anna"
      }

      resource "aws_iam_group_membership" "auditors" {
        name  = "auditors"
        group = aws_iam_group.auditors.name
        users = [aws_iam_user.anna.name]
      }
    TF
  }
}
