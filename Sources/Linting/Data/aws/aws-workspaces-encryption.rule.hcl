rule "aws-workspaces-encryption" {
  summary  = "A volume of the desktop is not encrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_workspaces_workspace" {
    require     = self.user_volume_encryption_enabled == true
    message     = "The user's files are stored in clear."
    equivalents = { checkov = ["CKV_AWS_155"], trivy = ["AWS-0109"] }

    fix {
      set    = { user_volume_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  resource "aws_workspaces_workspace" {
    require     = self.root_volume_encryption_enabled == true
    message     = "The system volume of the desktop is stored in clear."
    equivalents = { checkov = ["CKV_AWS_156"], trivy = ["AWS-0109"] }

    fix {
      set    = { root_volume_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "What people keep on their desktops is what is worth stealing; encryption cannot be switched on once the desktop exists."
  help = "Set user_volume_encryption_enabled and root_volume_encryption_enabled to true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace"]

  example "reported" {
    flagged = <<-TF
      resource "aws_workspaces_workspace" "anna" {
        directory_id = "d-1"
        bundle_id    = "wsb-1"
        user_name    = "anna"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_workspaces_workspace" "anna" {
        directory_id                   = "d-1"
        bundle_id                      = "wsb-1"
        user_name                      = "anna"
        user_volume_encryption_enabled = true
        root_volume_encryption_enabled = true
      }
    TF
  }
}
