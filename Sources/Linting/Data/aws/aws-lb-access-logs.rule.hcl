rule "aws-lb-access-logs" {
  summary     = "The load balancer does not log who it served"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_91"] }

  resource "aws_lb" "aws_alb" {
    where   = self.load_balancer_type != "gateway"
    require = any([for l in self.access_logs : l.enabled == true])
    at      = self
  }

  why  = "Requests that attack or break an application can only be traced when the balancer wrote them down."
  help = "Add access_logs with enabled = true and a bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without access_logs" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name    = "web"
        subnets = ["subnet-1", "subnet-2"]
      }
    TF
  }

  example "with access_logs" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name    = "web"
        subnets = ["subnet-1", "subnet-2"]

        access_logs {
          bucket  = "example-lb-logs"
          enabled = true
        }
      }
    TF
  }
}
