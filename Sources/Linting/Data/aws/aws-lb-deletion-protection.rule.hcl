rule "aws-lb-deletion-protection" {
  summary     = "The load balancer can be deleted by one wrong apply"
  category    = "reliability"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_150"] }

  resource "aws_lb" "aws_alb" {
    require = self.enable_deletion_protection == true

    fix {
      set    = { enable_deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "With the balancer goes its address; everything in front of it is down until names point to a new one."
  help = "Set enable_deletion_protection = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "without enable_deletion_protection" {
    flagged = <<-TF
      resource "aws_lb" "this" {
        name = "web"
      }
    TF
  }

  example "enable_deletion_protection is true" {
    accepted = <<-TF
      resource "aws_lb" "this" {
        name                       = "web"
        enable_deletion_protection = true
      }
    TF
  }
}
