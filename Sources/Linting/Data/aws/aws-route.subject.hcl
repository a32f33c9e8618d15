# Routes: `targets` are what they lead to.
subject "aws-route" {
  resource "aws_route" {
    let = {
      candidates = [
        self.gateway_id, self.nat_gateway_id, self.egress_only_gateway_id, self.transit_gateway_id, self.vpc_endpoint_id,
        self.vpc_peering_connection_id, self.network_interface_id, self.carrier_gateway_id, self.local_gateway_id,
        self.core_network_arn,
      ]
      targets = [for t in candidates : t if t != null]
    }
  }
}
