rule "aws-dlm-copy-encryption" {
  summary  = "Snapshots are copied to another region in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption", "backup"]

  resource "aws_dlm_lifecycle_policy" {
    require = all([
      for d in self.policy_details :
      all([for a in d.action : all([for c in a.cross_region_copy : all([for e in c.encryption_configuration : e.encrypted == true])])])
    ])
    equivalents = { checkov = ["CKV_AWS_253"] }
  }

  resource "aws_dlm_lifecycle_policy" {
    require = all([
      for d in self.policy_details :
      all([for s in d.schedule : all([for c in s.cross_region_copy_rule : c.encrypted == true])])
    ])
    equivalents = { checkov = ["CKV_AWS_255"] }
  }

  why  = "The copy of an unencrypted volume stays unencrypted unless the copy rule says otherwise; it is easily shared."
  help = "Set encrypted = true in the copy rule."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy"]

  example "encrypted is false" {
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
              encrypted = false
            }
          }
        }
      }
    TF
  }

  example "encrypted is true" {
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
            }
          }
        }
      }
    TF
  }
}
