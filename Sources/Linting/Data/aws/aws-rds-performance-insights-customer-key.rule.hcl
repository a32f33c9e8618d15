rule "aws-rds-performance-insights-customer-key" {
  summary     = "Performance Insights is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_354"], trivy = ["AWS-0078"] }

  resource "aws_db_instance" "aws_rds_cluster_instance" {
    where   = self.performance_insights_enabled == true
    require = self.performance_insights_kms_key_id != null && self.performance_insights_kms_key_id != ""
  }

  why  = "The collected statements hold values from the data; with the key of AWS nobody can withdraw access to them."
  help = "Set performance_insights_kms_key_id. The key cannot be changed later."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance"]

  example "reported" {
    flagged = <<-TF
      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier           = "orders"
        engine                       = "aurora-postgresql"
        instance_class               = "db.r6g.large"
        performance_insights_enabled = true
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_rds_cluster_instance" "orders" {
        cluster_identifier              = "orders"
        engine                          = "aurora-postgresql"
        instance_class                  = "db.r6g.large"
        performance_insights_enabled    = true
        performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
