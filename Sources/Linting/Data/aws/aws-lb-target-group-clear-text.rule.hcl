rule "aws-lb-target-group-clear-text" {
  summary     = "The load balancer talks to its targets in clear"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_378"] }

  resource "aws_lb_target_group" "aws_alb_target_group" {
    let     = { listeners = concat([for l in related("aws_lb_listener", "default_action.target_group_arn") : l.protocol], [for l in related("aws_alb_listener", "default_action.target_group_arn") : l.protocol]) }
    where   = self.protocol == "HTTP"
    require = any([for p in listeners : p != "HTTP"])
    at      = self.protocol
  }

  why  = "Between the balancer and the hosts requests travel unencrypted; whoever listens in the VPC reads sessions."
  help = "Serve HTTPS on the hosts (a self-signed certificate is enough) and set protocol = HTTPS."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_lb_target_group" "web" {
        port     = 80
        protocol = "HTTP"
        vpc_id   = "vpc-0a1b2c3d"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_lb_target_group" "web" {
        port     = 443
        protocol = "HTTPS"
        vpc_id   = "vpc-0a1b2c3d"
      }
    TF
  }
}
