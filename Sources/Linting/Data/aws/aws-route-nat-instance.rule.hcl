rule "aws-route-nat-instance" {
  summary     = "An instance stands in for a NAT gateway"
  category    = "reliability"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_35"] }

  resource "aws_route" {
    where   = self.destination_cidr_block == "0.0.0.0/0"
    require = self.network_interface_id == null || self.network_interface_id == ""
  }

  resource "aws_route_table" {
    each    = self.route
    where   = each.value.cidr_block == "0.0.0.0/0"
    require = each.value.network_interface_id == null || each.value.network_interface_id == ""
  }

  why  = "When the instance fails or is slow, so is the way out of every private subnet."
  help = "Use aws_nat_gateway, one for each zone."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route"]

  example "reported" {
    flagged = <<-TF
      resource "aws_route" "out" {
        route_table_id         = "rtb-0a1b2c3d"
        destination_cidr_block = "0.0.0.0/0"
        network_interface_id   = "eni-0a1b2c3d"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_route" "out" {
        route_table_id         = "rtb-0a1b2c3d"
        destination_cidr_block = "0.0.0.0/0"
        nat_gateway_id         = "nat-0a1b2c3d"
      }
    TF
  }
}
