rule "aws-lb-forwarded-for" {
  summary  = "A header can be forged behind the load balancer"
  category = "security"
  severity = "info"
  tags     = ["network"]
  packs    = ["strict"]

  resource "aws_lb" "aws_alb" {
    where   = self.load_balancer_type != "network" && self.load_balancer_type != "gateway"
    require = self.xff_header_processing_mode != "preserve"
  }

  why  = "With the mode preserve clients choose what X-Forwarded-For says, and programs that trust it take any address for real."
  help = "Remove xff_header_processing_mode, or set it to append."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "xff_header_processing_mode is preserve" {
    flagged = <<-TF
      resource "aws_lb" "web" {
        name                       = "web"
        xff_header_processing_mode = "preserve"
      }
    TF
  }

  example "xff_header_processing_mode is append" {
    accepted = <<-TF
      resource "aws_lb" "web" {
        name                       = "web"
        xff_header_processing_mode = "append"
      }
    TF
  }
}
