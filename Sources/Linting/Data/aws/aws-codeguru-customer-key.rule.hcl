rule "aws-codeguru-customer-key" {
  summary     = "The code review is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_381"] }

  resource "aws_codegurureviewer_repository_association" {
    require = any([for k in self.kms_key_details : k.encryption_option == "CUSTOMER_MANAGED_CMK"])
    at      = self
  }

  why  = "Reviews quote source code; a key of your own decides, and records, who may read them."
  help = "Add kms_key_details with encryption_option = CUSTOMER_MANAGED_CMK and a key."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codegurureviewer_repository_association"]

  example "without kms_key_details" {
    flagged = <<-TF
      resource "aws_codegurureviewer_repository_association" "app" {
        repository {
          codecommit {
            name = "app"
          }
        }
      }
    TF
  }

  example "with kms_key_details" {
    accepted = <<-TF
      resource "aws_codegurureviewer_repository_association" "app" {
        repository {
          codecommit {
            name = "app"
          }
        }

        kms_key_details {
          encryption_option = "CUSTOMER_MANAGED_CMK"
          kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
        }
      }
    TF
  }
}
