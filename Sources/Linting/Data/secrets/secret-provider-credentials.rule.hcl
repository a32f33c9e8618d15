rule "secret-provider-credentials" {
  summary     = "Credentials are written in a provider block"
  category    = "secrets"
  severity    = "critical"
  equivalents = { checkov = ["CKV_AWS_41"] }

  provider "aws" {
    require = secret_kind(self.access_key, "access_key") == null && secret_kind(self.secret_key, "secret_key") == null
  }

  why  = "Whoever can read the repository acts as this user."
  help = "Remove the arguments: the provider reads a profile, the environment, or the role that the run has. Revoke the key: it is known."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs"]

  example "a key in clear" {
    flagged = <<-TF
      provider "aws" {
        region     = "eu-central-1"
        access_key = "AKIA3X7QZP5LWN2KD6RT"
        secret_key = "q7Zp+3nVx9LwKd2TrBs6Yc1Mf8Gh4Jj0PaEuIoRe"
      }
    TF
  }

  example "a profile" {
    accepted = <<-TF
      provider "aws" {
        region  = "eu-central-1"
        profile = "prod"
      }
    TF
  }
}
