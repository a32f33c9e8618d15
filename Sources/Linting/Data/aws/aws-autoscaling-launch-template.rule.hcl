rule "aws-autoscaling-launch-template" {
  summary     = "The autoscaling group uses a launch configuration"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_315"] }

  resource "aws_autoscaling_group" {
    require = length(self.launch_template) > 0 || any([for p in self.mixed_instances_policy : length(p.launch_template) > 0])
    at      = self
  }

  why  = "New accounts cannot create launch configurations any more, and new instance types and options are for launch templates only."
  help = "Move the settings to aws_launch_template and name it in launch_template."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size             = 1
        max_size             = 3
        launch_configuration = "web"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size = 1
        max_size = 3

        launch_template {
          id      = "lt-0a1b2c3d"
          version = "3"
        }
      }
    TF
  }
}
