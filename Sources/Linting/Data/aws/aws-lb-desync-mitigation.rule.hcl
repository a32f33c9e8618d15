rule "aws-lb-desync-mitigation" {
  summary     = "The load balancer passes on requests that smuggle others"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_328"] }

  resource "aws_lb" "aws_alb" "aws_elb" {
    require = self.desync_mitigation_mode != "monitor"

    fix {
      set    = { desync_mitigation_mode = "defensive" }
      safety = "unsafe"
    }
  }

  why  = <<-TEXT
    In the mode monitor, requests that servers read differently from the balancer are only counted; they let an attacker hide a second
    request.
  TEXT
  help = "Use defensive, the default, or strictest."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "desync_mitigation_mode is monitor" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name                   = "web"
        desync_mitigation_mode = "monitor"
      }
    TF
  }

  example "desync_mitigation_mode is defensive" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name                   = "web"
        desync_mitigation_mode = "defensive"
      }
    TF
  }
}
