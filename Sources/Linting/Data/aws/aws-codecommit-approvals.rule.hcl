rule "aws-codecommit-approvals" {
  summary  = "Changes need fewer than two approvals"
  category = "security"
  severity = "low"
  packs    = ["strict"]

  resource "aws_codecommit_approval_rule_template" {
    let         = { content = parsed(self.content) }
    require     = !any([for s in content.Statements : s.NumberOfApprovalsNeeded < 2])
    at          = self.content
    message     = "One approval, or none, is enough for a change to be merged."
    equivalents = { checkov = ["CKV_AWS_257"] }
  }

  resource "aws_codecommit_repository" {
    require     = any([for a in related("aws_codecommit_approval_rule_template_association", "repository_name") : true])
    at          = self
    message     = "No approval rule applies to the repository."
    equivalents = { checkov = ["CKV2_AWS_37"] }
  }

  why  = "One account that is taken over can then write to production by itself."
  help = "Ask for two approvals in the template and associate it with the repository."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codecommit_approval_rule_template"]

  example "reported" {
    flagged = <<-TF
      resource "aws_codecommit_approval_rule_template" "main" {
        name = "main"

        content = jsonencode({
          Version = "2018-11-08"
          Statements = [{
            Type                    = "Approvers"
            NumberOfApprovalsNeeded = 1
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_codecommit_approval_rule_template" "main" {
        name = "main"

        content = jsonencode({
          Version = "2018-11-08"
          Statements = [{
            Type                    = "Approvers"
            NumberOfApprovalsNeeded = 2
          }]
        })
      }
    TF
  }
}
