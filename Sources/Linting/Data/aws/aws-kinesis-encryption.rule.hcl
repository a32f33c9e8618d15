rule "aws-kinesis-encryption" {
  summary     = "Records of the stream are not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_43"], trivy = ["AWS-0064"] }

  resource "aws_kinesis_stream" {
    require = self.encryption_type == "KMS"

    fix {
      set    = { encryption_type = "KMS" }
      safety = "unsafe"
    }
  }

  why  = "Records are kept for a day or more; without a key they lie in clear."
  help = "Set encryption_type = KMS and kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream"]

  example "reported" {
    flagged = <<-TF
      resource "aws_kinesis_stream" "this" {
        name        = "s"
        shard_count = 1
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_kinesis_stream" "this" {
        name            = "s"
        shard_count     = 1
        encryption_type = "KMS"
        kms_key_id      = "alias/aws/kinesis"
      }
    TF
  }
}
