rule "aws-elasticache-transit-encryption" {
  summary     = "Traffic to the cache is not encrypted"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_30"], trivy = ["AWS-0051"] }

  resource "aws_elasticache_replication_group" {
    where   = self.global_replication_group_id == null
    require = self.transit_encryption_enabled == true

    fix {
      set    = { transit_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Whoever can listen in the network reads sessions and changes them."
  help = "Set transit_encryption_enabled = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elasticache_replication_group" "this" {
        replication_group_id = "c"
        description          = "cache"
      }
    TF
  }

  example "a member of a global group has what the group has" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "this" {
        replication_group_id        = "c"
        description                 = "cache"
        global_replication_group_id = "abcde-c"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "this" {
        replication_group_id       = "c"
        description                = "cache"
        transit_encryption_enabled = true
      }
    TF
  }
}
