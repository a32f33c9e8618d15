rule "aws-transit-gateway-auto-accept" {
  summary     = "The transit gateway connects whoever asks"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_331"] }

  resource "aws_ec2_transit_gateway" {
    require = self.auto_accept_shared_attachments != "enable"

    fix {
      set    = { auto_accept_shared_attachments = "disable" }
      safety = "unsafe"
    }
  }

  why  = "Any account that the gateway is shared with can join its network to yours without being seen."
  help = "Remove auto_accept_shared_attachments and accept each attachment."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway"]

  example "auto_accept_shared_attachments is enable" {
    flagged = <<-TF
      resource "aws_ec2_transit_gateway" "main" {
        auto_accept_shared_attachments = "enable"
      }
    TF
  }

  example "auto_accept_shared_attachments is disable" {
    accepted = <<-TF
      resource "aws_ec2_transit_gateway" "main" {
        auto_accept_shared_attachments = "disable"
      }
    TF
  }
}
