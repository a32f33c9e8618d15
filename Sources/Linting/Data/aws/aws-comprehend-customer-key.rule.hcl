rule "aws-comprehend-customer-key" {
  summary  = "The entity recognizer is not encrypted with a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_comprehend_entity_recognizer" {
    require     = self.model_kms_key_id != null && self.model_kms_key_id != ""
    message     = "The trained model is encrypted with the key of AWS."
    equivalents = { checkov = ["CKV_AWS_267"] }
  }

  resource "aws_comprehend_entity_recognizer" {
    require     = self.volume_kms_key_id != null && self.volume_kms_key_id != ""
    message     = "The volumes of the training are encrypted with the key of AWS."
    equivalents = { checkov = ["CKV_AWS_268"] }
  }

  why  = "A model repeats parts of the texts that it was trained on; a key of your own decides, and records, who may read them."
  help = "Set model_kms_key_id and volume_kms_key_id."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/comprehend_entity_recognizer"]

  example "reported" {
    flagged = <<-TF
      resource "aws_comprehend_entity_recognizer" "terms" {
        name                 = "terms"
        data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
        language_code        = "en"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_comprehend_entity_recognizer" "terms" {
        name                 = "terms"
        data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
        language_code        = "en"
        model_kms_key_id     = "arn:aws:kms:eu-west-1:123456789012:key/1"
        volume_kms_key_id    = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
