rule "aws-lb-drop-invalid-headers" {
  summary     = "The load balancer passes on malformed headers"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_131"], trivy = ["AWS-0052"] }

  resource "aws_lb" "aws_alb" {
    where   = self.load_balancer_type == null || self.load_balancer_type == "application"
    require = self.drop_invalid_header_fields == true

    fix {
      set    = { drop_invalid_header_fields = true }
      safety = "unsafe"
    }
  }

  why  = "Programs behind the balancer may read a malformed header differently, which lets requests be smuggled in."
  help = "Set drop_invalid_header_fields = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without drop_invalid_header_fields" {
    flagged = <<-TF
      resource "aws_lb" "this" {
        name = "web"
      }
    TF
  }

  example "drop_invalid_header_fields is true" {
    accepted = <<-TF
      resource "aws_lb" "this" {
        name                       = "web"
        drop_invalid_header_fields = true
      }
    TF
  }
}
