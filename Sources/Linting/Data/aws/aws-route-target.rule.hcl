rule "aws-route-target" {
  summary  = "The route has no target, or several"
  category = "correctness"
  severity = "medium"
  tags     = ["network"]

  subject "aws-route" {
    # Until version 4 of the provider an instance could be the target.
    where       = !refers("instance_id", "aws_instance")
    require     = length(targets) > 0
    at          = self
    message     = "The route does not say where packets go."
    equivalents = { tflint = ["aws_route_not_specified_target"] }
  }

  subject "aws-route" {
    require     = length(targets) < 2
    at          = self
    message     = "The route has several targets."
    equivalents = { tflint = ["aws_route_specified_multiple_targets"] }
  }

  why  = "AWS refuses the route when the plan is applied."
  help = "Set exactly one of gateway_id, nat_gateway_id, transit_gateway_id and the others."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route"]

  example "without nat_gateway_id" {
    flagged = <<-TF
      resource "aws_route" "out" {
        route_table_id         = "rtb-0a1b2c3d"
        destination_cidr_block = "0.0.0.0/0"
      }
    TF
  }

  example "nat_gateway_id is nat-0a1b2c3d" {
    accepted = <<-TF
      resource "aws_route" "out" {
        route_table_id         = "rtb-0a1b2c3d"
        destination_cidr_block = "0.0.0.0/0"
        nat_gateway_id         = "nat-0a1b2c3d"
      }
    TF
  }
}
