rule "aws-autoscaling-elb-health" {
  summary     = "The autoscaling group does not use the load balancer's health checks"
  category    = "reliability"
  severity    = "low"
  tags        = ["monitoring"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_15"] }

  resource "aws_autoscaling_attachment" {
    let = {
      groups  = related("aws_autoscaling_group", "name", self.autoscaling_group_name)
      targets = related("aws_lb_target_group", "name", self.lb_target_group_arn)
      classic = related("aws_elb", "name", self.elb)
    }
    require = (
      !any([for g in groups : g.health_check_type != "ELB"])
      && !any([for t in targets : length(t.health_check) == 0])
      && !any([for e in classic : length(e.health_check) == 0])
    )
    at = self
  }

  why  = "An instance that runs but does not answer is only replaced when the group listens to the balancer's checks."
  help = "Set health_check_type = ELB on the group."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_attachment"]

  example "without health_check_type" {
    flagged = <<-TF
      resource "aws_autoscaling_group" "web" {
        name     = "web"
        min_size = 1
        max_size = 3
      }

      resource "aws_autoscaling_attachment" "web" {
        autoscaling_group_name = aws_autoscaling_group.web.name
        elb                    = "web"
      }
    TF
  }

  example "health_check_type is ELB" {
    accepted = <<-TF
      resource "aws_autoscaling_group" "web" {
        name              = "web"
        min_size          = 1
        max_size          = 3
        health_check_type = "ELB"
      }

      resource "aws_autoscaling_attachment" "web" {
        autoscaling_group_name = aws_autoscaling_group.web.name
        elb                    = "web"
      }
    TF
  }
}
