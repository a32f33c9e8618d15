rule "aws-resource-policy-public" {
  summary  = "The resource's policy lets anyone in"
  category = "security"
  severity = "high"
  tags     = ["iam", "public"]

  resource "aws_backup_vault_policy" "aws_cloudwatch_event_bus_policy" "aws_glue_resource_policy" "aws_media_store_container_policy" "aws_ses_identity_policy" "aws_s3_access_point" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at = self.policy
  }

  resource "aws_cloudwatch_log_resource_policy" {
    require = !any([
      for s in policy_statements(self.policy_document) :
      s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0
    ])
    at = self.policy_document
  }

  why  = "A principal of * without a condition is every AWS account: what the statement allows, any stranger may do."
  help = "Name accounts, roles or services as principals, or add a condition on the organisation."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_backup_vault_policy" "main" {
        backup_vault_name = "main"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "backup:CopyIntoBackupVault"
            Resource  = "*"
          }]
        })
      }
    TF
  }

  example "within the organisation" {
    accepted = <<-TF
      resource "aws_backup_vault_policy" "main" {
        backup_vault_name = "main"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "backup:CopyIntoBackupVault"
            Resource  = "*"
            Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-123example" } }
          }]
        })
      }
    TF
  }
}
