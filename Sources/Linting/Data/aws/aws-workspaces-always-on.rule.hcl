rule "aws-workspaces-always-on" {
  summary  = "The desktop is paid for day and night"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_workspaces_workspace" {
    require = any([for p in self.workspace_properties : p.running_mode == "AUTO_STOP"])
    at      = self
  }

  why  = "A desktop that runs always costs more than one by the hour for whoever works less than half of the month."
  help = "Set running_mode = AUTO_STOP in workspace_properties."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace"]

  example "without workspace_properties" {
    flagged = <<-TF
      resource "aws_workspaces_workspace" "anna" {
        directory_id = "d-1"
        bundle_id    = "wsb-1"
        user_name    = "anna"
      }
    TF
  }

  example "with workspace_properties" {
    accepted = <<-TF
      resource "aws_workspaces_workspace" "anna" {
        directory_id = "d-1"
        bundle_id    = "wsb-1"
        user_name    = "anna"

        workspace_properties {
          running_mode                              = "AUTO_STOP"
          running_mode_auto_stop_timeout_in_minutes = 60
        }
      }
    TF
  }
}
