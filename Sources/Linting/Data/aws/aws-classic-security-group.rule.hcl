rule "aws-classic-security-group" {
  summary     = "Security groups outside of a VPC do not exist any more"
  category    = "correctness"
  severity    = "low"
  equivalents = { checkov = ["CKV_AWS_198", "CKV_AWS_196"], trivy = ["AWS-0049", "AWS-0083", "AWS-0085"] }

  resource "aws_db_security_*" "aws_elasticache_security_*" "aws_redshift_security_*" {
    require = false
    at      = self
  }

  why  = "EC2-Classic ended in 2022, and the provider has no such resource since version 5: the plan fails."
  help = "Declare aws_security_group in the VPC and name it in vpc_security_group_ids or security_group_ids."

  example "reported" {
    flagged = <<-TF
      resource "aws_db_security_group" "orders" {
        name = "orders"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_security_group" "orders" {
        name   = "orders"
        vpc_id = "vpc-0a1b2c3d"
      }
    TF
  }
}
