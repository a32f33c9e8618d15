rule "aws-sagemaker-notebook-idle" {
  summary  = "The notebook runs when nobody uses it"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_sagemaker_notebook_instance" {
    require = self.lifecycle_config_name != null
  }

  why  = "Notebooks are left running over nights and weekends."
  help = "Name a lifecycle configuration that stops an idle notebook in lifecycle_config_name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance"]

  example "without lifecycle_config_name" {
    flagged = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name          = "research"
        role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type = "ml.t3.medium"
      }
    TF
  }

  example "lifecycle_config_name is stop-when-idle" {
    accepted = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name                  = "research"
        role_arn              = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type         = "ml.t3.medium"
        lifecycle_config_name = "stop-when-idle"
      }
    TF
  }
}
