rule "aws-cloudwatch-alarm-without-action" {
  summary  = "The alarm tells nobody"
  category = "reliability"
  severity = "low"
  tags     = ["monitoring"]
  packs    = ["strict"]

  resource "aws_cloudwatch_metric_alarm" "aws_cloudwatch_composite_alarm" {
    require = (
      (self.alarm_actions != null && length(self.alarm_actions) > 0)
      || (self.ok_actions != null && length(self.ok_actions) > 0)
      || (self.insufficient_data_actions != null && length(self.insufficient_data_actions) > 0)
    )
    at = self
  }

  why  = "It is red in a console that nobody has open."
  help = "List a topic in alarm_actions."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm"]

  example "without alarm_actions" {
    flagged = <<-TF
      resource "aws_cloudwatch_metric_alarm" "cpu" {
        alarm_name          = "cpu"
        comparison_operator = "GreaterThanThreshold"
        evaluation_periods  = 2
      }
    TF
  }

  example "alarm_actions is arn:aws:sns:eu-west-1:123456789012:alarms" {
    accepted = <<-TF
      resource "aws_cloudwatch_metric_alarm" "cpu" {
        alarm_name          = "cpu"
        comparison_operator = "GreaterThanThreshold"
        evaluation_periods  = 2
        alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:alarms"]
      }
    TF
  }
}
