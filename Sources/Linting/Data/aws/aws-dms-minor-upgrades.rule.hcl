rule "aws-dms-minor-upgrades" {
  summary     = "The replication instance does not take minor upgrades by itself"
  category    = "reliability"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_222"] }

  resource "aws_dms_replication_instance" {
    require = self.auto_minor_version_upgrade == true

    fix {
      set    = { auto_minor_version_upgrade = true }
      safety = "unsafe"
    }
  }

  why  = "Minor versions close known holes; without automatic upgrades they stay open until someone remembers."
  help = "Set auto_minor_version_upgrade = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance"]

  example "without auto_minor_version_upgrade" {
    flagged = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
      }
    TF
  }

  example "auto_minor_version_upgrade is true" {
    accepted = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
        auto_minor_version_upgrade = true
      }
    TF
  }
}
