rule "aws-glue-security-configuration" {
  summary     = "The Glue job, crawler or endpoint has no security configuration"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_195"] }

  resource "aws_glue_crawler" "aws_glue_dev_endpoint" "aws_glue_job" {
    require = self.security_configuration != null
  }

  why  = "Without one its results, logs and bookmarks are written as the bucket's defaults happen to be."
  help = "Declare aws_glue_security_configuration and name it in security_configuration."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/glue_crawler"]

  example "without security_configuration" {
    flagged = <<-TF
      resource "aws_glue_crawler" "sales" {
        name          = "sales"
        role          = "glue"
        database_name = "sales"
      }
    TF
  }

  example "security_configuration is encrypted" {
    accepted = <<-TF
      resource "aws_glue_crawler" "sales" {
        name                   = "sales"
        role                   = "glue"
        database_name          = "sales"
        security_configuration = "encrypted"
      }
    TF
  }
}
