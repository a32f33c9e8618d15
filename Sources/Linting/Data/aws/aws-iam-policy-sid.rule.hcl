rule "aws-iam-policy-sid" {
  summary     = "The statement's identifier has characters that IAM does not take"
  category    = "correctness"
  severity    = "medium"
  tags        = ["iam"]
  equivalents = { tflint = ["aws_iam_policy_sid_invalid_characters"] }

  subject "aws-iam-policy" {
    require = all([for s in statements : s.sid == null || can(regex("^[0-9A-Za-z]*$", s.sid))])
    at      = document
    message = "A Sid has letters and digits only."
  }

  data "aws_iam_policy_document" {
    each    = self.statement
    where   = each.value.sid != null && length(each.value.principals) == 0
    require = can(regex("^[0-9A-Za-z]*$", each.value.sid))
    message = "The Sid ${each.value.sid} has other characters than letters and digits."
  }

  why  = "IAM refuses the policy when the plan is applied."
  help = "Write the Sid in letters and digits, as in AllowRead."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iam_policy" "read" {
        name = "read"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Sid      = "allow-read"
            Effect   = "Allow"
            Action   = "s3:GetObject"
            Resource = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iam_policy" "read" {
        name = "read"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Sid      = "AllowRead"
            Effect   = "Allow"
            Action   = "s3:GetObject"
            Resource = "arn:aws:s3:::example-data/*"
          }]
        })
      }
    TF
  }
}
