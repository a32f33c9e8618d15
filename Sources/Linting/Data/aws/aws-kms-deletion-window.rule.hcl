rule "aws-kms-deletion-window" {
  summary  = "The key is deleted sooner than anyone may notice"
  category = "reliability"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["strict"]

  parameter "minimum_days" {
    default = 14
    summary = "The least number of days before a key is deleted."
  }

  resource "aws_kms_key" "aws_kms_external_key" "aws_kms_replica_key" {
    where   = self.deletion_window_in_days != null
    require = self.deletion_window_in_days >= param.minimum_days
    message = "The key is gone ${self.deletion_window_in_days} days after its deletion is asked for."
  }

  why  = "With the key everything that was encrypted by it is lost; a program that runs once a month fails too late."
  help = "Set deletion_window_in_days = 30."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"]

  example "deletion_window_in_days is 7" {
    flagged = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation     = true
        deletion_window_in_days = 7
      }
    TF
  }

  example "deletion_window_in_days is 30" {
    accepted = <<-TF
      resource "aws_kms_key" "data" {
        enable_key_rotation     = true
        deletion_window_in_days = 30
      }
    TF
  }
}
