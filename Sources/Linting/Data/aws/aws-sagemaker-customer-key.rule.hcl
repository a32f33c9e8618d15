rule "aws-sagemaker-customer-key" {
  summary  = "SageMaker does not use a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_sagemaker_data_quality_job_definition" {
    each        = self.data_quality_job_output_config
    require     = each.value.kms_key_id != null
    equivalents = { checkov = ["CKV_AWS_367"] }
  }

  resource "aws_sagemaker_data_quality_job_definition" {
    require     = all([for r in self.job_resources : all([for c in r.cluster_config : c.volume_kms_key_id != null])])
    equivalents = { checkov = ["CKV_AWS_368"] }
  }

  resource "aws_sagemaker_domain" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_187"] }
  }

  resource "aws_sagemaker_notebook_instance" {
    require     = self.kms_key_id != null && self.kms_key_id != ""
    equivalents = { checkov = ["CKV_AWS_187", "CKV_AWS_22"] }
  }

  resource "aws_sagemaker_endpoint_configuration" {
    require     = self.kms_key_arn != null && self.kms_key_arn != ""
    equivalents = { checkov = ["CKV_AWS_98"] }
  }

  resource "aws_sagemaker_flow_definition" {
    each        = self.output_config
    require     = each.value.kms_key_id != null
    equivalents = { checkov = ["CKV_AWS_372"] }
  }

  why  = <<-TEXT
    Notebooks and models hold samples of the data that they were made from; a key of your own decides, and records, who may read them.
  TEXT
  help = "Name a key in kms_key_id (kms_key_arn for endpoints)."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_data_quality_job_definition"]

  example "without kms_key_id" {
    flagged = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name          = "research"
        role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type = "ml.t3.medium"
      }
    TF
  }

  example "kms_key_id is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name          = "research"
        role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type = "ml.t3.medium"
        kms_key_id    = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
