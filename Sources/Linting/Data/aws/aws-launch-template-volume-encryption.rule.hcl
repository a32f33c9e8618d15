rule "aws-launch-template-volume-encryption" {
  summary  = "Disks of the nodes are not encrypted by their template"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_launch_template" {
    where   = length(self.block_device_mappings) > 0
    require = all([for b in self.block_device_mappings : all([for e in b.ebs : e.encrypted == "true" || e.snapshot_id != null])])
    at      = self.block_device_mappings
    message = "A disk of the template is written in clear."
  }

  why  = "Every instance that is started from the template writes its logs and caches in clear."
  help = "Set encrypted = true in each ebs block, or switch on encryption by default for the account."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template"]

  example "without encrypted" {
    flagged = <<-TF
      resource "aws_launch_template" "nodes" {
        name = "nodes"

        block_device_mappings {
          device_name = "/dev/xvda"

          ebs {
            volume_size = 100
          }
        }
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "aws_launch_template" "nodes" {
        name = "nodes"

        block_device_mappings {
          device_name = "/dev/xvda"

          ebs {
            volume_size = 100
            encrypted   = true
          }
        }
      }
    TF
  }
}
