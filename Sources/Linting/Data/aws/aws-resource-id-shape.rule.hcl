rule "aws-resource-id-shape" {
  summary  = "The identifier cannot be one of the kind that is asked for"
  category = "correctness"
  severity = "medium"

  resource "aws_lb" "aws_alb" {
    where       = self.security_groups != null
    require     = all([for s in self.security_groups : can(regex("^sg-", s))])
    at          = self.security_groups
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_alb_invalid_security_group"] }
  }

  resource "aws_lb" "aws_alb" {
    where       = self.subnets != null
    require     = all([for s in self.subnets : can(regex("^subnet-", s))])
    at          = self.subnets
    message     = "A subnet's identifier begins with subnet-."
    equivalents = { tflint = ["aws_alb_invalid_subnet"] }
  }

  resource "aws_db_instance" {
    where       = self.vpc_security_group_ids != null
    require     = all([for s in self.vpc_security_group_ids : can(regex("^sg-", s))])
    at          = self.vpc_security_group_ids
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_db_instance_invalid_vpc_security_group"] }
  }

  resource "aws_elasticache_cluster" {
    where       = self.security_group_ids != null
    require     = all([for s in self.security_group_ids : can(regex("^sg-", s))])
    at          = self.security_group_ids
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_elasticache_cluster_invalid_security_group"] }
  }

  resource "aws_elasticache_replication_group" {
    where       = self.security_group_ids != null
    require     = all([for s in self.security_group_ids : can(regex("^sg-", s))])
    at          = self.security_group_ids
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_elasticache_replication_group_invalid_security_group"] }
  }

  resource "aws_elb" {
    where       = self.instances != null
    require     = all([for i in self.instances : can(regex("^i-", i))])
    at          = self.instances
    message     = "An instance's identifier begins with i-."
    equivalents = { tflint = ["aws_elb_invalid_instance"] }
  }

  resource "aws_elb" {
    where       = self.security_groups != null
    require     = all([for s in self.security_groups : can(regex("^sg-", s))])
    at          = self.security_groups
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_elb_invalid_security_group"] }
  }

  resource "aws_elb" {
    where       = self.subnets != null
    require     = all([for s in self.subnets : can(regex("^subnet-", s))])
    at          = self.subnets
    message     = "A subnet's identifier begins with subnet-."
    equivalents = { tflint = ["aws_elb_invalid_subnet"] }
  }

  resource "aws_instance" {
    where       = self.ami != null && self.ami != ""
    require     = can(regex("^(ami-|resolve:ssm:|aki-|ari-)", self.ami))
    message     = "${self.ami} is no identifier of an image: these begin with ami-."
    equivalents = { tflint = ["aws_instance_invalid_ami"] }
  }

  resource "aws_launch_configuration" {
    where       = self.image_id != null && self.image_id != ""
    require     = can(regex("^(ami-|resolve:ssm:)", self.image_id))
    message     = "${self.image_id} is no identifier of an image: these begin with ami-."
    equivalents = { tflint = ["aws_launch_configuration_invalid_image_id"] }
  }

  resource "aws_instance" {
    where       = self.subnet_id != null && self.subnet_id != ""
    require     = can(regex("^subnet-", self.subnet_id))
    message     = "${self.subnet_id} is no identifier of a subnet: these begin with subnet-."
    equivalents = { tflint = ["aws_instance_invalid_subnet"] }
  }

  resource "aws_instance" {
    where       = self.vpc_security_group_ids != null
    require     = all([for s in self.vpc_security_group_ids : can(regex("^sg-", s))])
    at          = self.vpc_security_group_ids
    message     = "A security group's identifier begins with sg-."
    equivalents = { tflint = ["aws_instance_invalid_vpc_security_group"] }
  }

  resource "aws_route" {
    where       = self.egress_only_gateway_id != null && self.egress_only_gateway_id != ""
    require     = can(regex("^eigw-", self.egress_only_gateway_id))
    message     = "${self.egress_only_gateway_id} is no egress-only gateway: these begin with eigw-."
    equivalents = { tflint = ["aws_route_invalid_egress_only_gateway"] }
  }

  resource "aws_route" {
    where       = self.gateway_id != null && self.gateway_id != ""
    require     = can(regex("^(igw-|vgw-|vpce-|local$)", self.gateway_id))
    message     = "${self.gateway_id} is no gateway: these begin with igw- or vgw-."
    equivalents = { tflint = ["aws_route_invalid_gateway"] }
  }

  resource "aws_route" {
    where       = self.nat_gateway_id != null && self.nat_gateway_id != ""
    require     = can(regex("^nat-", self.nat_gateway_id))
    message     = "${self.nat_gateway_id} is no NAT gateway: these begin with nat-."
    equivalents = { tflint = ["aws_route_invalid_nat_gateway"] }
  }

  resource "aws_route" {
    where       = self.network_interface_id != null && self.network_interface_id != ""
    require     = can(regex("^eni-", self.network_interface_id))
    message     = "${self.network_interface_id} is no network interface: these begin with eni-."
    equivalents = { tflint = ["aws_route_invalid_network_interface", "aws_route_invalid_instance"] }
  }

  resource "aws_route" {
    require     = can(regex("^rtb-", self.route_table_id))
    message     = "${self.route_table_id} is no route table: these begin with rtb-."
    equivalents = { tflint = ["aws_route_invalid_route_table"] }
  }

  resource "aws_route" {
    where       = self.vpc_peering_connection_id != null && self.vpc_peering_connection_id != ""
    require     = can(regex("^pcx-", self.vpc_peering_connection_id))
    message     = "${self.vpc_peering_connection_id} is no peering connection: these begin with pcx-."
    equivalents = { tflint = ["aws_route_invalid_vpc_peering_connection"] }
  }

  why  = "AWS refuses the request when the plan is applied, after other resources have been made."
  help = "Refer to the resource's id; a name or an ARN does not do."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb"]

  example "a name instead of an identifier" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ubuntu-22.04"
        instance_type = "m7g.large"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0a1b2c3d4e5f60718"
        instance_type = "m7g.large"
      }
    TF
  }
}
