rule "aws-route-peering-everything" {
  summary     = "All traffic is sent to another VPC"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  equivalents = { checkov = ["CKV2_AWS_44"] }

  resource "aws_route" {
    where   = self.vpc_peering_connection_id != null && self.vpc_peering_connection_id != ""
    require = self.destination_cidr_block != "0.0.0.0/0" && self.destination_ipv6_cidr_block != "::/0"
  }

  resource "aws_route_table" {
    each    = self.route
    where   = each.value.vpc_peering_connection_id != null && each.value.vpc_peering_connection_id != ""
    require = each.value.cidr_block != "0.0.0.0/0" && each.value.ipv6_cidr_block != "::/0"
  }

  why  = "Peering does not lead to the internet: traffic to anywhere is lost, and the other side sees what was meant for others."
  help = "Route the networks of the other VPC only."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route"]

  example "destination_cidr_block is 0.0.0.0/0" {
    flagged = <<-TF
      resource "aws_route" "peer" {
        route_table_id            = "rtb-0a1b2c3d"
        destination_cidr_block    = "0.0.0.0/0"
        vpc_peering_connection_id = "pcx-0a1b2c3d"
      }
    TF
  }

  example "destination_cidr_block is 10.20.0.0/16" {
    accepted = <<-TF
      resource "aws_route" "peer" {
        route_table_id            = "rtb-0a1b2c3d"
        destination_cidr_block    = "10.20.0.0/16"
        vpc_peering_connection_id = "pcx-0a1b2c3d"
      }
    TF
  }
}
