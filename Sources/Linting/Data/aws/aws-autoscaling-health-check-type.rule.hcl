rule "aws-autoscaling-health-check-type" {
  summary  = "The autoscaling group keeps instances that do not answer"
  category = "reliability"
  severity = "low"
  tags     = ["monitoring"]
  packs    = ["strict"]

  resource "aws_autoscaling_group" {
    where = (
      (self.target_group_arns != null && length(self.target_group_arns) > 0)
      || (self.load_balancers != null && length(self.load_balancers) > 0)
    )
    require = self.health_check_type == "ELB"

    fix {
      set    = { health_check_type = "ELB" }
      safety = "unsafe"
    }
  }

  why  = "Behind a balancer, the check EC2 only sees whether the machine is on; a program that hangs is never replaced."
  help = "Set health_check_type = ELB and a health_check_grace_period."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group"]

  example "without health_check_type" {
    flagged = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size          = 2
        max_size          = 4
        target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1"]
      }
    TF
  }

  example "health_check_type is ELB" {
    accepted = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size          = 2
        max_size          = 4
        target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1"]
        health_check_type = "ELB"
      }
    TF
  }
}
