rule "aws-vpc-flow-logs" {
  summary     = "Traffic of the VPC is not recorded"
  category    = "security"
  severity    = "low"
  tags        = ["logging", "network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_11"], trivy = ["AWS-0178"] }

  resource "aws_vpc" {
    require = any([for l in related("aws_flow_log", "vpc_id") : true])
    at      = self
  }

  why  = "After an intrusion nobody can tell where it came from or what was sent away."
  help = "Declare aws_flow_log for the VPC."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc"]

  example "without aws_flow_log" {
    flagged = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }
    TF
  }

  example "with aws_flow_log" {
    accepted = <<-TF
      resource "aws_vpc" "main" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_flow_log" "main" {
        vpc_id               = aws_vpc.main.id
        traffic_type         = "ALL"
        log_destination_type = "s3"
        log_destination      = "arn:aws:s3:::example-flow-logs"
      }
    TF
  }
}
