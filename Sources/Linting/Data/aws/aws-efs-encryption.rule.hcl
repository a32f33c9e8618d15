rule "aws-efs-encryption" {
  summary     = "The file system is not encrypted"
  category    = "security"
  severity    = "high"
  tags        = ["encryption"]
  equivalents = { checkov = ["CKV_AWS_42"], trivy = ["AWS-0037"], kics = ["48207659-729f-4b5c-9402-f884257d794f"] }

  resource "aws_efs_file_system" {
    require = self.encrypted == true

    fix {
      set    = { encrypted = true }
      safety = "unsafe"
    }
  }

  why  = "Files are stored in clear, and encryption cannot be switched on for a file system that exists."
  help = "Set encrypted = true; an existing file system is replaced."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system"]

  example "without encrypted" {
    flagged = <<-TF
      resource "aws_efs_file_system" "this" {
        creation_token = "shared"
      }
    TF
  }

  example "encrypted is true" {
    accepted = <<-TF
      resource "aws_efs_file_system" "this" {
        creation_token = "shared"
        encrypted      = true
      }
    TF
  }
}
