rule "aws-autoscaling-multi-zone" {
  summary  = "The autoscaling group stands in one zone"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_autoscaling_group" {
    require = (
      !(self.availability_zones != null && length(self.availability_zones) == 1)
      && !(self.vpc_zone_identifier != null && length(self.vpc_zone_identifier) == 1)
    )
    message = "All instances of the group stand in one zone."
  }

  why  = "The loss of a zone takes all instances at once, and the group cannot start others elsewhere."
  help = "List subnets of two or more zones in vpc_zone_identifier."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group"]

  example "vpc_zone_identifier is subnet-1" {
    flagged = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size            = 2
        max_size            = 4
        vpc_zone_identifier = ["subnet-1"]
      }
    TF
  }

  example "vpc_zone_identifier is subnet-1 and subnet-2" {
    accepted = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size            = 2
        max_size            = 4
        vpc_zone_identifier = ["subnet-1", "subnet-2"]
      }
    TF
  }
}
