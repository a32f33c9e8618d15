rule "aws-lb-single-subnet" {
  summary  = "The load balancer stands in one subnet"
  category = "reliability"
  severity = "medium"
  packs    = ["strict"]

  resource "aws_lb" "aws_alb" {
    where   = self.subnets != null
    require = length(self.subnets) != 1
  }

  why  = "An application load balancer needs two zones; any other is down with its only zone."
  help = "List subnets of two or more zones."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "subnets is subnet-1" {
    flagged = <<-TF
      resource "aws_lb" "tcp" {
        name               = "tcp"
        load_balancer_type = "network"
        subnets            = ["subnet-1"]
      }
    TF
  }

  example "subnets is subnet-1 and subnet-2" {
    accepted = <<-TF
      resource "aws_lb" "tcp" {
        name               = "tcp"
        load_balancer_type = "network"
        subnets            = ["subnet-1", "subnet-2"]
      }
    TF
  }
}
