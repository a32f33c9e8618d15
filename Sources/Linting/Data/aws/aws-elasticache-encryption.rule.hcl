rule "aws-elasticache-encryption" {
  summary     = "The cache is not encrypted at rest"
  category    = "security"
  severity    = "medium"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_29"], trivy = ["AWS-0045"] }

  resource "aws_elasticache_replication_group" {
    where   = self.global_replication_group_id == null
    require = self.at_rest_encryption_enabled == null ? lower(self.engine) == "valkey" : try(tobool(self.at_rest_encryption_enabled), false)

    fix {
      set    = { at_rest_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "Sessions and personal data of a cache end in its snapshots and on its disks."
  help = "Set at_rest_encryption_enabled = true when the group is created. With the engine Valkey that is the default."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_elasticache_replication_group" "this" {
        replication_group_id = "c"
        description          = "cache"
      }
    TF
  }

  example "Valkey encrypts unless it is told not to" {
    accepted = <<-TF
      resource "aws_elasticache_replication_group" "this" {
        replication_group_id = "c"
        description          = "cache"
        engine               = "valkey"
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
        at_rest_encryption_enabled = true
      }
    TF
  }
}
