rule "aws-vpc-endpoint-acceptance" {
  summary     = "Connections to the endpoint service are not reviewed"
  category    = "security"
  severity    = "medium"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_123"] }

  resource "aws_vpc_endpoint_service" {
    require = self.acceptance_required == true

    fix {
      set    = { acceptance_required = true }
      safety = "unsafe"
    }
  }

  why  = "Accounts that are allowed to connect do so without being seen."
  help = "Set acceptance_required = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint_service"]

  example "acceptance_required is false" {
    flagged = <<-TF
      resource "aws_vpc_endpoint_service" "api" {
        acceptance_required        = false
        network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/api/1"]
      }
    TF
  }

  example "acceptance_required is true" {
    accepted = <<-TF
      resource "aws_vpc_endpoint_service" "api" {
        acceptance_required        = true
        network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/api/1"]
      }
    TF
  }
}
