rule "aws-sagemaker-network-isolation" {
  summary  = "Training or serving is not isolated in the network"
  category = "security"
  severity = "low"
  tags     = ["network"]
  packs    = ["strict"]

  resource "aws_sagemaker_model" {
    require     = self.enable_network_isolation == true
    message     = "The model's container may connect to anything."
    equivalents = { checkov = ["CKV_AWS_370"] }

    fix {
      set    = { enable_network_isolation = true }
      safety = "unsafe"
    }
  }

  resource "aws_sagemaker_data_quality_job_definition" {
    require     = any([for n in self.network_config : n.enable_inter_container_traffic_encryption == true])
    at          = self
    message     = "Traffic between the job's containers is not encrypted."
    equivalents = { checkov = ["CKV_AWS_369"] }
  }

  why  = "A library that was tampered with sends the data away; isolation leaves it nowhere to send to."
  help = "Set enable_network_isolation = true, or enable_inter_container_traffic_encryption for jobs of several containers."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model"]

  example "without enable_network_isolation" {
    flagged = <<-TF
      resource "aws_sagemaker_model" "prices" {
        name               = "prices"
        execution_role_arn = "arn:aws:iam::123456789012:role/sagemaker"
      }
    TF
  }

  example "enable_network_isolation is true" {
    accepted = <<-TF
      resource "aws_sagemaker_model" "prices" {
        name                     = "prices"
        execution_role_arn       = "arn:aws:iam::123456789012:role/sagemaker"
        enable_network_isolation = true
      }
    TF
  }
}
