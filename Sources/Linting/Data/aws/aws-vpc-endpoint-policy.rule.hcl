rule "aws-vpc-endpoint-policy" {
  summary  = "The endpoint lets everything of its service through"
  category = "security"
  severity = "info"
  tags     = ["network", "iam"]
  packs    = ["strict"]

  resource "aws_vpc_endpoint" {
    where = self.vpc_endpoint_type != "GatewayLoadBalancer"
    require = (
      self.policy != null
      && !any([
        for s in policy_statements(self.policy) :
        s.effect == "Allow"
        && any([for p in s.principals : p.identifier == "*"])
        && any([for r in s.resources : r == "*"])
        && length(s.conditions) == 0
      ])
    )
    at = self
  }

  why  = "Data can be sent through the endpoint to buckets and queues of strangers, past every firewall."
  help = "Write a policy that names the organisation's resources (aws:ResourceOrgID) and principals."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint"]

  example "reported" {
    flagged = <<-TF
      resource "aws_vpc_endpoint" "s3" {
        vpc_id       = "vpc-0a1b2c3d"
        service_name = "com.amazonaws.eu-west-1.s3"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_vpc_endpoint" "s3" {
        vpc_id       = "vpc-0a1b2c3d"
        service_name = "com.amazonaws.eu-west-1.s3"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "s3:*"
            Resource  = "*"
            Condition = { StringEquals = { "aws:ResourceOrgID" = "o-123example" } }
          }]
        })
      }
    TF
  }
}
