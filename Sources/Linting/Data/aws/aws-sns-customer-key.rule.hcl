rule "aws-sns-customer-key" {
  summary     = "The topic is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { trivy = ["AWS-0136"] }

  resource "aws_sns_topic" {
    require = self.kms_master_key_id != null && self.kms_master_key_id != "alias/aws/sns"
  }

  why  = "Services such as S3 and EventBridge cannot send to a topic under AWS's key, and nobody decides who may read it."
  help = "Name a key in kms_master_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic"]

  example "kms_master_key_id is alias/aws/sns" {
    flagged = <<-TF
      resource "aws_sns_topic" "orders" {
        name              = "orders"
        kms_master_key_id = "alias/aws/sns"
      }
    TF
  }

  example "kms_master_key_id is alias/orders" {
    accepted = <<-TF
      resource "aws_sns_topic" "orders" {
        name              = "orders"
        kms_master_key_id = "alias/orders"
      }
    TF
  }
}
