rule "aws-dms-endpoint-tls" {
  summary     = "The migration talks to the database in clear"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_49"] }

  resource "aws_dms_endpoint" {
    where   = self.endpoint_type == "source" && self.engine_name != "s3" && self.engine_name != "azuredb"
    require = self.ssl_mode != null && self.ssl_mode != "none"
  }

  resource "aws_dms_endpoint" {
    where = (
      self.endpoint_type == "target"
      && !contains(["dynamodb", "kinesis", "neptune", "redshift", "s3", "elasticsearch", "opensearch", "kafka"], self.engine_name)
    )
    require = self.ssl_mode != null && self.ssl_mode != "none"
  }

  why  = "The whole database travels over this connection, its password first."
  help = "Set ssl_mode = verify-full, or require where the engine has no more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_endpoint"]

  example "ssl_mode is none" {
    flagged = <<-TF
      resource "aws_dms_endpoint" "old" {
        endpoint_id   = "old"
        endpoint_type = "source"
        engine_name   = "mysql"
        ssl_mode      = "none"
      }
    TF
  }

  example "ssl_mode is verify-full" {
    accepted = <<-TF
      resource "aws_dms_endpoint" "old" {
        endpoint_id   = "old"
        endpoint_type = "source"
        engine_name   = "mysql"
        ssl_mode      = "verify-full"
      }
    TF
  }
}
