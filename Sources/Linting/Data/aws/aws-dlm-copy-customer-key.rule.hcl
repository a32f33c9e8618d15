rule "aws-dlm-copy-customer-key" {
  summary  = "Snapshots are copied without a key of the customer"
  category = "security"
  severity = "low"
  tags     = ["encryption", "backup"]
  packs    = ["cmk"]

  resource "aws_dlm_lifecycle_policy" {
    require = all([
      for d in self.policy_details :
      all([for a in d.action : all([for c in a.cross_region_copy : all([for e in c.encryption_configuration : e.cmk_arn != null])])])
    ])
    equivalents = { checkov = ["CKV_AWS_254"] }
  }

  resource "aws_dlm_lifecycle_policy" {
    require = all([
      for d in self.policy_details :
      all([for s in d.schedule : all([for c in s.cross_region_copy_rule : c.cmk_arn != null])])
    ])
    equivalents = { checkov = ["CKV_AWS_256"] }
  }

  why  = "Copies under AWS's key cannot be given to another account, which is where they must be when this one is lost."
  help = "Name a key of the target region in cmk_arn."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy"]

  example "without cmk_arn" {
    flagged = <<-TF
      resource "aws_dlm_lifecycle_policy" "daily" {
        description        = "daily"
        execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

        policy_details {
          resource_types = ["VOLUME"]
          target_tags    = { Snapshot = "true" }

          schedule {
            name = "daily"

            create_rule {
              interval = 24
            }

            retain_rule {
              count = 14
            }

            cross_region_copy_rule {
              target    = "eu-central-1"
              encrypted = true
            }
          }
        }
      }
    TF
  }

  example "cmk_arn is arn:aws:kms:eu-central-1:123456789012:key/1" {
    accepted = <<-TF
      resource "aws_dlm_lifecycle_policy" "daily" {
        description        = "daily"
        execution_role_arn = "arn:aws:iam::123456789012:role/dlm"

        policy_details {
          resource_types = ["VOLUME"]
          target_tags    = { Snapshot = "true" }

          schedule {
            name = "daily"

            create_rule {
              interval = 24
            }

            retain_rule {
              count = 14
            }

            cross_region_copy_rule {
              target    = "eu-central-1"
              encrypted = true
              cmk_arn   = "arn:aws:kms:eu-central-1:123456789012:key/1"
            }
          }
        }
      }
    TF
  }
}
