rule "aws-elb-access-logs" {
  summary     = "The classic load balancer does not log who it served"
  category    = "security"
  severity    = "low"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_92"] }

  resource "aws_elb" {
    require = any([for l in self.access_logs : l.enabled != false])
    at      = self
  }

  why  = "Requests that attack or break an application can only be traced when the balancer wrote them down."
  help = "Add an access_logs block with a bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb"]

  example "without access_logs" {
    flagged = <<-TF
      resource "aws_elb" "web" {
        name    = "web"
        subnets = ["subnet-1", "subnet-2"]

        listener {
          instance_port     = 443
          instance_protocol = "https"
          lb_port           = 443
          lb_protocol       = "https"
        }
      }
    TF
  }

  example "with access_logs" {
    accepted = <<-TF
      resource "aws_elb" "web" {
        name    = "web"
        subnets = ["subnet-1", "subnet-2"]

        listener {
          instance_port     = 443
          instance_protocol = "https"
          lb_port           = 443
          lb_protocol       = "https"
        }

        access_logs {
          bucket = "example-lb-logs"
        }
      }
    TF
  }
}
