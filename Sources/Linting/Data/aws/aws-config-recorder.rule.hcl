rule "aws-config-recorder" {
  summary  = "The configuration recorder does not record everything"
  category = "security"
  severity = "medium"
  tags     = ["logging"]
  packs    = ["strict"]

  resource "aws_config_configuration_recorder" {
    require     = any([for g in self.recording_group : g.include_global_resource_types == true])
    at          = self
    message     = "Changes to users, roles and policies are not recorded."
    equivalents = { checkov = ["CKV2_AWS_48"] }
  }

  resource "aws_config_configuration_recorder_status" {
    require = (
      self.is_enabled == true
      && !any([
        for r in related("aws_config_configuration_recorder", "name", self.name) :
        any([for g in r.recording_group : g.all_supported == false])
      ])
    )
    at          = self
    message     = "The recorder is off, or leaves kinds of resources out."
    equivalents = { checkov = ["CKV2_AWS_45"] }
  }

  why  = <<-TEXT
    Without the record of changes nobody can tell when a setting was loosened, and rules of AWS Config do not see what is not recorded.
  TEXT
  help = "Enable the recorder, for all_supported resources and with include_global_resource_types in one region."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_recorder"]

  example "without recording_group" {
    flagged = <<-TF
      resource "aws_config_configuration_recorder" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/config"
      }
    TF
  }

  example "with recording_group" {
    accepted = <<-TF
      resource "aws_config_configuration_recorder" "main" {
        name     = "main"
        role_arn = "arn:aws:iam::123456789012:role/config"

        recording_group {
          all_supported                 = true
          include_global_resource_types = true
        }
      }
    TF
  }
}
