rule "aws-iam-write-without-constraint" {
  summary  = "The policy lets its holder change every resource of a kind"
  category = "security"
  severity = "low"
  tags     = ["iam"]
  packs    = ["strict"]

  subject "aws-iam-policy" {
    let = {
      free     = flatten([for s in statements : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      writes   = [for a in free : a if can(regex("^[*]$|:[*]|:(Add|Associate|Attach|Authorize|BatchDelete|BatchPut|BatchWrite|Cancel|Copy|Create|Delete|Deregister|Detach|Disable|Disassociate|Enable|Execute|Import|Invoke|Modify|Move|Pass|Publish|Purge|Put|Reboot|Register|Remove|Replace|Reset|Restore|Revoke|Run|Send|Set|Start|Stop|Tag|Terminate|Untag|Update|Upload|Write)", a)) && !contains(["cloudwatch:PutMetricData", "xray:PutTraceSegments", "xray:PutTelemetryRecords"], a)]
    }
    require     = length(writes) == 0
    message     = "Actions that create, change or delete are allowed on every resource."
    at          = document
    equivalents = { checkov = ["CKV_AWS_290"] }
  }

  data "aws_iam_policy_document" {
    let = {
      free     = flatten([for s in self.statement : s.actions if s.effect != "Deny" && length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      writes   = [for a in free : a if can(regex("^[*]$|:[*]|:(Add|Associate|Attach|Authorize|BatchDelete|BatchPut|BatchWrite|Cancel|Copy|Create|Delete|Deregister|Detach|Disable|Disassociate|Enable|Execute|Import|Invoke|Modify|Move|Pass|Publish|Purge|Put|Reboot|Register|Remove|Replace|Reset|Restore|Revoke|Run|Send|Set|Start|Stop|Tag|Terminate|Untag|Update|Upload|Write)", a)) && !contains(["cloudwatch:PutMetricData", "xray:PutTraceSegments", "xray:PutTelemetryRecords"], a)]
    }
    require     = length(writes) == 0
    message     = "Actions that create, change or delete are allowed on every resource."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_111"] }
  }

  why  = "A mistake or a stolen session reaches everything in the account that these actions fit, not only what belongs to the program."
  help = "Name the resources, or add a condition on a tag."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "resources is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["dynamodb:PutItem"]
          resources = ["*"]
        }
      }
    TF
  }

  example "resources is arn:aws:dynamodb:eu-west-1:123456789012:table/orders" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["dynamodb:PutItem"]
          resources = ["arn:aws:dynamodb:eu-west-1:123456789012:table/orders"]
        }
      }
    TF
  }
}
