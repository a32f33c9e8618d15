rule "aws-nat-gateway-development" {
  summary  = "A NAT gateway runs in an environment that is not for production"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_nat_gateway" {
    let = { named = lower(join(" ", [for k, v in self.tags : v])) }
    require = (
      self.tags == null
      || !can(regex("(^|[^a-z])(dev|develop|development|test|testing|staging|stage|sandbox|qa)([^a-z]|$)", named))
    )
    at      = self
    message = "By its tags the gateway belongs to development; it is charged by the hour and by the gigabyte."
  }

  why  = "Each gateway costs about as much as a small server for all month, whether anyone works or not."
  help = "Share one gateway between zones, use endpoints of the VPC, or an instance for NAT in environments that may stand still."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway"]

  example "reported" {
    flagged = <<-TF
      resource "aws_nat_gateway" "dev" {
        allocation_id = "eipalloc-1"
        subnet_id     = "subnet-1"
        tags          = { Environment = "dev" }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_nat_gateway" "dev" {
        allocation_id = "eipalloc-1"
        subnet_id     = "subnet-1"
        tags          = { Environment = "production" }
      }
    TF
  }
}
