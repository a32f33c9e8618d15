rule "aws-sagemaker-notebook-hardening" {
  summary  = "The notebook is open to the internet or to its user's mistakes"
  category = "security"
  severity = "low"
  tags     = ["network"]
  packs    = ["strict"]

  resource "aws_sagemaker_notebook_instance" {
    require     = self.direct_internet_access != "Enabled"
    message     = "The notebook has direct access to the internet."
    equivalents = { checkov = ["CKV_AWS_122"] }
  }

  resource "aws_sagemaker_notebook_instance" {
    require     = self.subnet_id != null
    message     = "The notebook stands outside of a VPC."
    equivalents = { checkov = ["CKV_AWS_306"] }
  }

  resource "aws_sagemaker_notebook_instance" {
    require     = self.root_access == "Disabled"
    message     = "Whoever uses the notebook is root on it."
    equivalents = { checkov = ["CKV_AWS_307"] }

    fix {
      set    = { root_access = "Disabled" }
      safety = "unsafe"
    }
  }

  resource "aws_sagemaker_notebook_instance" {
    require     = any([for c in self.instance_metadata_service_configuration : c.minimum_instance_metadata_service_version == "2"])
    at          = self
    message     = "The notebook answers metadata requests without a token."
    equivalents = { checkov = ["CKV_AWS_371"] }
  }

  resource "aws_sagemaker_notebook_instance" {
    let         = { statements = flatten([for r in related("aws_iam_role", "name", self.role_arn) : [for p in r.inline_policy : policy_statements(p.policy)]]) }
    require     = !any([for s in statements : s.effect == "Allow" && any([for a in s.actions : a == "*"])])
    at          = self.role_arn
    message     = "The notebook's role may do everything."
    equivalents = { checkov = ["CKV2_AWS_68"] }
  }

  why  = "Notebooks run whatever libraries their users install, with the rights of their role and next to the data."
  help = <<-TEXT
    Put the notebook in a private subnet with direct_internet_access and root_access Disabled, and ask for version 2 of the metadata
    service.
  TEXT

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance"]

  example "reported" {
    flagged = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name          = "research"
        role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type = "ml.t3.medium"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_sagemaker_notebook_instance" "research" {
        name                   = "research"
        role_arn               = "arn:aws:iam::123456789012:role/sagemaker"
        instance_type          = "ml.t3.medium"
        subnet_id              = "subnet-1"
        security_groups        = ["sg-1"]
        direct_internet_access = "Disabled"
        root_access            = "Disabled"

        instance_metadata_service_configuration {
          minimum_instance_metadata_service_version = "2"
        }
      }
    TF
  }
}
