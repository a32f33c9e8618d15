rule "aws-iam-not-action-allow" {
  summary  = "The policy allows everything but a list"
  category = "security"
  severity = "high"
  tags     = ["iam"]

  subject "aws-iam-policy" {
    require = !any([
      for s in statements :
      s.effect == "Allow" && length(s.not_actions) > 0 && contains(s.resources, "*") && length(s.conditions) == 0
    ])
    at = document
  }

  data "aws_iam_policy_document" {
    each  = self.statement
    where = each.value.effect != "Deny" && length(each.value.condition) == 0
    require = (
      each.value.not_actions == null
      || length(each.value.not_actions) == 0
      || each.value.resources == null
      || !contains(each.value.resources, "*")
    )
    at = each.value.not_actions
  }

  why  = "Allow with NotAction grants all services that are not in the list, those that AWS will add next year too."
  help = "List what is allowed in Action, or use NotAction in a statement with the effect Deny."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "reported" {
    flagged = <<-TF
      data "aws_iam_policy_document" "developers" {
        statement {
          not_actions = ["iam:*"]
          resources   = ["*"]
        }
      }
    TF
  }

  example "as a denial" {
    accepted = <<-TF
      data "aws_iam_policy_document" "developers" {
        statement {
          effect      = "Deny"
          not_actions = ["iam:*"]
          resources   = ["*"]
        }
      }
    TF
  }
}
