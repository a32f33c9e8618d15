rule "aws-secret-rotation" {
  summary  = "The secret is not changed, or not often enough"
  category = "security"
  severity = "low"
  packs    = ["strict"]

  resource "aws_secretsmanager_secret" {
    require     = any([for r in related("aws_secretsmanager_secret_rotation", "secret_id") : true])
    at          = self
    message     = "The secret is never changed by itself."
    equivalents = { checkov = ["CKV2_AWS_57"] }
  }

  resource "aws_secretsmanager_secret_rotation" {
    each        = self.rotation_rules
    require     = each.value.automatically_after_days != null ? each.value.automatically_after_days < 91 : (each.value.schedule_expression != null && !can(regex("^rate\\((9[1-9]|[1-9][0-9]{2,}) days\\)$", each.value.schedule_expression)))
    message     = "The secret is changed after more than 90 days."
    equivalents = { checkov = ["CKV_AWS_304"] }
  }

  why  = "A password that leaked in a log or a backup is of use until it is changed."
  help = "Declare aws_secretsmanager_secret_rotation with automatically_after_days = 30."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret"]

  example "automatically_after_days is 365" {
    flagged = <<-TF
      resource "aws_secretsmanager_secret_rotation" "db" {
        secret_id           = "db"
        rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"

        rotation_rules {
          automatically_after_days = 365
        }
      }
    TF
  }

  example "automatically_after_days is 30" {
    accepted = <<-TF
      resource "aws_secretsmanager_secret_rotation" "db" {
        secret_id           = "db"
        rotation_lambda_arn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate"

        rotation_rules {
          automatically_after_days = 30
        }
      }
    TF
  }
}
