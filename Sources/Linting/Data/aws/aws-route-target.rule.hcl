rule "aws-route-target" {
  summary  = "The route has no target, or several"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  resource "aws_route" {
    let         = { targets = [for t in [self.gateway_id, self.nat_gateway_id, self.egress_only_gateway_id, self.transit_gateway_id, self.vpc_endpoint_id, self.vpc_peering_connection_id, self.network_interface_id, self.carrier_gateway_id, self.local_gateway_id, self.core_network_arn] : t if t != null] }
    require     = length(targets) > 0
    at          = self
    message     = "The route does not say where packets go."
    equivalents = { tflint = ["aws_route_not_specified_target"] }
  }

  resource "aws_route" {
    let         = { targets = [for t in [self.gateway_id, self.nat_gateway_id, self.egress_only_gateway_id, self.transit_gateway_id, self.vpc_endpoint_id, self.vpc_peering_connection_id, self.network_interface_id, self.carrier_gateway_id, self.local_gateway_id, self.core_network_arn] : t if t != null] }
    require     = length(targets) < 2
    at          = self
    message     = "The route has several targets."
    equivalents = { tflint = ["aws_route_specified_multiple_targets"] }
  }

  why  = "AWS refuses the route when the plan is applied."
  help = "Set exactly one of gateway_id, nat_gateway_id, transit_gateway_id and the others."

  example "reported" {
    flagged = <<-TF
      resource "aws_route" "out" {
        route_table_id         = "rtb-0a1b2c3d"
        destination_cidr_block = "0.0.0.0/0"
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
