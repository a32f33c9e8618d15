rule "aws-ssm-document-public" {
  summary     = "The document is given to everyone"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { checkov = ["CKV_AWS_303"] }

  resource "aws_ssm_document" {
    require = self.permissions == null || !can(regex("(?i)^all$", self.permissions.account_ids))
  }

  why  = "Every AWS customer reads the commands, and with them names of hosts and files, sometimes passwords."
  help = "List the accounts that need it in permissions.account_ids."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_document"]

  example "account_ids is All" {
    flagged = <<-TF
      resource "aws_ssm_document" "setup" {
        name          = "setup"
        document_type = "Command"
        content       = "{}"

        permissions = {
          type        = "Share"
          account_ids = "All"
        }
      }
    TF
  }

  example "account_ids is 123456789012" {
    accepted = <<-TF
      resource "aws_ssm_document" "setup" {
        name          = "setup"
        document_type = "Command"
        content       = "{}"

        permissions = {
          type        = "Share"
          account_ids = "123456789012"
        }
      }
    TF
  }
}
