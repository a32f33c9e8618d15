rule "aws-lb-public" {
  summary     = "The load balancer can be reached from the internet"
  category    = "security"
  severity    = "info"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0053"] }

  resource "aws_lb" "aws_alb" {
    where   = self.load_balancer_type != "gateway"
    require = self.internal == true

    fix {
      set    = { internal = true }
      safety = "unsafe"
    }
  }

  resource "aws_elb" {
    require = self.internal == true

    fix {
      set    = { internal = true }
      safety = "unsafe"
    }
  }

  why  = "A balancer that was meant for the company alone serves everyone."
  help = "Set internal = true for what is not public, and suppress the finding for what is."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without internal" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name = "web"
      }
    TF
  }

  example "internal is true" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name     = "web"
        internal = true
      }
    TF
  }
}
