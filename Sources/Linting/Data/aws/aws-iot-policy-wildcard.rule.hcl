rule "aws-iot-policy-wildcard" {
  summary  = "Every device may do everything"
  category = "security"
  severity = "medium"
  tags     = ["iam"]
  packs    = ["strict"]

  resource "aws_iot_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for a in s.actions : a == "*" || a == "iot:*"])
      && any([for r in s.resources : r == "*"])
    ])
    at = self.policy
  }

  why  = "The certificate of one device that is opened up then speaks for all of them."
  help = "Limit topics and clients to the device by policy variables such as iot:Connection.Thing.ThingName."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iot_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_iot_policy" "sensor" {
        name = "sensor"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "iot:*"
            Resource = "*"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_iot_policy" "sensor" {
        name = "sensor"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect   = "Allow"
            Action   = "iot:Publish"
            Resource = "*"
          }]
        })
      }
    TF
  }
}
