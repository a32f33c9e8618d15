rule "aws-bedrock-agent-customer-key" {
  summary     = "The Bedrock agent is not encrypted with a key of the customer"
  category    = "security"
  severity    = "low"
  tags        = ["encryption"]
  packs       = ["cmk"]
  equivalents = { checkov = ["CKV_AWS_373"] }

  resource "aws_bedrockagent_agent" {
    require = self.customer_encryption_key_arn != null && self.customer_encryption_key_arn != ""
  }

  why  = "An agent's instructions and sessions hold business knowledge; only a key of your own shows who decrypts them."
  help = "Name a key in customer_encryption_key_arn."

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
        agent_name                  = "help"
        agent_resource_role_arn     = "arn:aws:iam::123456789012:role/agent"
        foundation_model            = "anthropic.claude-v2"
        customer_encryption_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
      }
    TF
  }
}
