rule "aws-fsx-backup" {
  summary  = "The file system of FSx is not backed up"
  category = "reliability"
  severity = "low"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_fsx_lustre_file_system" "aws_fsx_openzfs_file_system" {
    require = self.automatic_backup_retention_days != null && self.automatic_backup_retention_days > 0
  }

  resource "aws_fsx_windows_file_system" "aws_fsx_ontap_file_system" {
    require = self.automatic_backup_retention_days != 0
  }

  why  = "A program that deletes or encrypts files does so for good."
  help = "Set automatic_backup_retention_days to 7 or more."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_lustre_file_system"]

  example "automatic_backup_retention_days is 0" {
    flagged = <<-TF
      resource "aws_fsx_windows_file_system" "office" {
        subnet_ids                      = ["subnet-1"]
        throughput_capacity             = 32
        automatic_backup_retention_days = 0
      }
    TF
  }

  example "automatic_backup_retention_days is 14" {
    accepted = <<-TF
      resource "aws_fsx_windows_file_system" "office" {
        subnet_ids                      = ["subnet-1"]
        throughput_capacity             = 32
        automatic_backup_retention_days = 14
      }
    TF
  }
}
