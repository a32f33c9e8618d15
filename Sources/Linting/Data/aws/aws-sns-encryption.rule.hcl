rule "aws-sns-encryption" {
  summary     = "Messages of the topic are not encrypted"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_26"], trivy = ["AWS-0095"] }

  resource "aws_sns_topic" {
    require = self.kms_master_key_id != null

    fix {
      set    = { kms_master_key_id = "alias/aws/sns" }
      safety = "unsafe"
    }
  }

  why  = "Unlike queues, topics keep messages in clear unless a key is named."
  help = "Set kms_master_key_id, for example to alias/aws/sns."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic"]

  example "without kms_master_key_id" {
    flagged = <<-TF
      resource "aws_sns_topic" "this" {
        name = "t"
      }
    TF
  }

  example "kms_master_key_id is alias/aws/sns" {
    accepted = <<-TF
      resource "aws_sns_topic" "this" {
        name              = "t"
        kms_master_key_id = "alias/aws/sns"
      }
    TF
  }
}
