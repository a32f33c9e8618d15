rule "aws-lb-cross-zone" {
  summary  = "The load balancer keeps traffic within a zone"
  category = "reliability"
  severity = "info"
  packs    = ["strict"]

  resource "aws_lb" "aws_alb" {
    where       = self.load_balancer_type == "network" || self.load_balancer_type == "gateway"
    require     = self.enable_cross_zone_load_balancing == true
    equivalents = { checkov = ["CKV_AWS_152"] }

    fix {
      set    = { enable_cross_zone_load_balancing = true }
      safety = "unsafe"
    }
  }

  resource "aws_elb" {
    require     = self.cross_zone_load_balancing != false
    equivalents = { checkov = ["CKV_AWS_138"] }

    fix {
      set    = { cross_zone_load_balancing = true }
      safety = "unsafe"
    }
  }

  why  = "When zones hold different numbers of targets, those of the smaller zone get more than their share and fail first."
  help = "Switch cross-zone balancing on, and mind that traffic between zones is charged for network load balancers."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without enable_cross_zone_load_balancing" {
    flagged = <<-TF
      resource "aws_lb" "tcp" {
        name               = "tcp"
        load_balancer_type = "network"
        subnets            = ["subnet-1", "subnet-2"]
      }
    TF
  }

  example "enable_cross_zone_load_balancing is true" {
    accepted = <<-TF
      resource "aws_lb" "tcp" {
        name                             = "tcp"
        load_balancer_type               = "network"
        subnets                          = ["subnet-1", "subnet-2"]
        enable_cross_zone_load_balancing = true
      }
    TF
  }
}
