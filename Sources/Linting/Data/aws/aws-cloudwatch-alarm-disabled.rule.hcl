rule "aws-cloudwatch-alarm-disabled" {
  summary     = "The alarm does nothing when it goes off"
  category    = "reliability"
  severity    = "low"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_319"] }

  resource "aws_cloudwatch_metric_alarm" {
    require = self.actions_enabled != false

    fix {
      set    = { actions_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "An alarm that was silenced for an evening stays silent until someone remembers."
  help = "Remove actions_enabled = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm"]

  example "actions_enabled is false" {
    flagged = <<-TF
      resource "aws_cloudwatch_metric_alarm" "cpu" {
        alarm_name          = "cpu"
        comparison_operator = "GreaterThanThreshold"
        evaluation_periods  = 2
        actions_enabled     = false
      }
    TF
  }

  example "actions_enabled is true" {
    accepted = <<-TF
      resource "aws_cloudwatch_metric_alarm" "cpu" {
        alarm_name          = "cpu"
        comparison_operator = "GreaterThanThreshold"
        evaluation_periods  = 2
        actions_enabled     = true
      }
    TF
  }
}
