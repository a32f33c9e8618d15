rule "aws-athena-encryption" {
  summary     = "Query results of Athena are not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { trivy = ["AWS-0006"] }

  resource "aws_athena_database" {
    require     = any([for e in self.encryption_configuration : e.encryption_option != null])
    at          = self
    equivalents = { checkov = ["CKV_AWS_77"] }
  }

  resource "aws_athena_workgroup" {
    require = any([
      for c in self.configuration :
      any([for r in c.result_configuration : any([for e in r.encryption_configuration : e.encryption_option != null])])
    ])
    at          = self
    equivalents = { checkov = ["CKV_AWS_159"] }
  }

  why  = "Results are copies of the data that was queried, and stay in the bucket long after the query."
  help = "Add encryption_configuration with encryption_option = SSE_KMS or SSE_S3."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_database"]

  example "without encryption_configuration" {
    flagged = <<-TF
      resource "aws_athena_database" "logs" {
        name   = "logs"
        bucket = "example-athena"
      }
    TF
  }

  example "with encryption_configuration" {
    accepted = <<-TF
      resource "aws_athena_database" "logs" {
        name   = "logs"
        bucket = "example-athena"

        encryption_configuration {
          encryption_option = "SSE_S3"
        }
      }
    TF
  }
}
