rule "aws-emr-public-access" {
  summary     = "Clusters of EMR may be opened to the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_390"] }

  resource "aws_emr_block_public_access_configuration" {
    require = self.block_public_security_group_rules == true

    fix {
      set    = { block_public_security_group_rules = true }
      safety = "unsafe"
    }
  }

  why  = "Consoles of Hadoop and Spark run programs for whoever reaches them; open ones are found and misused within hours."
  help = "Set block_public_security_group_rules = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/emr_block_public_access_configuration"]

  example "block_public_security_group_rules is false" {
    flagged = <<-TF
      resource "aws_emr_block_public_access_configuration" "this" {
        block_public_security_group_rules = false
      }
    TF
  }

  example "block_public_security_group_rules is true" {
    accepted = <<-TF
      resource "aws_emr_block_public_access_configuration" "this" {
        block_public_security_group_rules = true
      }
    TF
  }
}
