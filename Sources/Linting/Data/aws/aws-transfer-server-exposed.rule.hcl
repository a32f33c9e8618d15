rule "aws-transfer-server-exposed" {
  summary  = "The file transfer server is open or uses outdated protocols"
  category = "security"
  severity = "medium"
  tags     = ["network", "public"]
  packs    = ["strict"]

  resource "aws_transfer_server" {
    require     = self.endpoint_type == "VPC" || self.endpoint_type == "VPC_ENDPOINT"
    message     = "The server has a public endpoint."
    equivalents = { checkov = ["CKV_AWS_164"] }
  }

  resource "aws_transfer_server" {
    require     = self.protocols == null || !contains(self.protocols, "FTP")
    message     = "The server speaks FTP, which sends passwords and files in clear."
    severity    = "high"
    equivalents = { checkov = ["CKV_AWS_357"] }
  }

  resource "aws_transfer_server" {
    require = (
      self.security_policy_name != null
      && can(regex("TransferSecurityPolicy-(FIPS-|SshAuditCompliant-|Restricted-|PQ-SSH-[A-Za-z-]*)?202[4-9]", self.security_policy_name))
    )
    message     = "The server accepts ciphers that are no longer safe."
    equivalents = { checkov = ["CKV_AWS_380"] }
  }

  why  = "Such servers hold what partners exchange; passwords are guessed and sent in clear there."
  help = "Use endpoint_type = VPC, the protocol SFTP and a security policy of 2024 or later."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server"]

  example "protocols is FTP" {
    flagged = <<-TF
      resource "aws_transfer_server" "partners" {
        protocols            = ["FTP"]
        endpoint_type        = "VPC"
        security_policy_name = "TransferSecurityPolicy-2024-01"
      }
    TF
  }

  example "protocols is SFTP" {
    accepted = <<-TF
      resource "aws_transfer_server" "partners" {
        protocols            = ["SFTP"]
        endpoint_type        = "VPC"
        security_policy_name = "TransferSecurityPolicy-2024-01"
      }
    TF
  }
}
