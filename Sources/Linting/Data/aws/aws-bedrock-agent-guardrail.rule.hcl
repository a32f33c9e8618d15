rule "aws-bedrock-agent-guardrail" {
  summary     = "The Bedrock agent has no guardrail"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_383"] }

  resource "aws_bedrockagent_agent" {
    require = any([for g in self.guardrail_configuration : g.guardrail_identifier != null])
    at      = self
  }

  why  = "Without a guardrail nothing filters prompts that try to turn the agent, or answers with personal data."
  help = "Add guardrail_configuration with the identifier and version of a guardrail."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent"]

  example "reported" {
    flagged = <<-TF
      resource "aws_bedrockagent_agent" "help" {
        agent_name              = "help"
        agent_resource_role_arn = "arn:aws:iam::123456789012:role/agent"
        foundation_model        = "anthropic.claude-v2"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_bedrockagent_agent" "help" {
        agent_name              = "help"
        agent_resource_role_arn = "arn:aws:iam::123456789012:role/agent"
        foundation_model        = "anthropic.claude-v2"
        guardrail_configuration = [{
          guardrail_identifier = "g-1"
          guardrail_version    = "1"
        }]
      }
    TF
  }
}
