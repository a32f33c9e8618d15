rule "aws-ebs-volume-encryption" {
  summary     = "The volume is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_3"], trivy = ["AWS-0026"], kics = ["cc997676-481b-4e93-aa81-d19f8c5e9b12"] }

  resource "aws_ebs_volume" {
    where   = self.snapshot_id == null
    require = self.encrypted == true
    message = "The volume is written in clear."

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Snapshots and detached volumes carry the data in clear; encryption at rest costs nothing and cannot be added to a volume that exists."
  help = "Set encrypted = true. The volume is replaced: restore it from a snapshot if it holds data."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume"]

  example "unset" {
    flagged = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-central-1a"
        size              = 40
      }
    TF
  }

  example "switched off by a variable" {
    flagged = <<-TF
      variable "encrypt" {
        default = false
      }

      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-central-1a"
        size              = 40
        encrypted         = var.encrypt
      }
    TF
  }

  example "encrypted" {
    accepted = <<-TF
      resource "aws_ebs_volume" "data" {
        availability_zone = "eu-central-1a"
        size              = 40
        encrypted         = true
      }
    TF
  }
}
