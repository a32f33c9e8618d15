rule "aws-eip-unattached" {
  summary     = "The address belongs to nothing"
  category    = "cost"
  severity    = "info"
  packs       = ["cost"]
  equivalents = { checkov = ["CKV2_AWS_19"] }

  resource "aws_eip" {
    require = (
      (self.instance != null && self.instance != "")
      || self.network_interface != null
      || self.associate_with_private_ip != null
      || any([for a in related("aws_eip_association", "allocation_id") : true])
      || any([for n in related("aws_nat_gateway", "allocation_id") : true])
      || any([for l in related("aws_lb", "subnet_mapping.allocation_id") : true])
      || any([for t in related("aws_transfer_server", "endpoint_details.address_allocation_ids") : true])
    )
    at = self
  }

  why  = "A public address is charged by the hour, used or not."
  help = "Attach it, or remove it."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eip"]

  example "reported" {
    flagged = <<-TF
      resource "aws_eip" "old" {
        domain = "vpc"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_eip" "nat" {
        domain = "vpc"
      }

      resource "aws_nat_gateway" "main" {
        allocation_id = aws_eip.nat.id
        subnet_id     = "subnet-1"
      }
    TF
  }
}
