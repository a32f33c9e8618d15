rule "secret-user-data" {
  summary     = "A secret is written in the user data"
  category    = "secrets"
  severity    = "critical"
  equivalents = { checkov = ["CKV_AWS_46"], trivy = ["AWS-0029", "AWS-0129", "AWS-0122"], kics = ["443488f5-c734-460b-a36d-5b3f330174dc"] }

  resource "aws_instance" "aws_launch_configuration" {
    require = secret_kind(self.user_data) == null && secret_kind(try(base64decode(self.user_data_base64), null)) == null
    message = "The user data holds a ${coalesce(secret_kind(self.user_data), "secret")}."
  }

  resource "aws_launch_template" {
    require = secret_kind(self.user_data) == null && secret_kind(try(base64decode(self.user_data), null)) == null
    message = "The user data holds a secret."
  }

  resource "azurerm_virtual_machine" {
    require     = secret_kind(try(base64decode(self.os_profile.custom_data), self.os_profile.custom_data, null)) == null
    message     = "The custom data holds a secret."
    equivalents = { checkov = ["CKV_AZURE_45"], trivy = ["AZU-0037"] }
  }

  resource "azurerm_linux_virtual_machine" "azurerm_windows_virtual_machine" {
    require     = secret_kind(try(base64decode(self.custom_data), self.custom_data, null)) == null
    message     = "The custom data holds a secret."
    equivalents = { checkov = ["CKV_AZURE_45"], trivy = ["AZU-0037"] }
  }

  why  = "User data can be read by every program on the instance, without rights, and by everyone who may describe it."
  help = "Give the instance a role and read the secret when it starts. Revoke the value: it is known."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance"]

  example "a key in a script" {
    flagged = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
        user_data     = <<-EOT
          #!/bin/sh
          export AWS_ACCESS_KEY_ID=AKIA3X7QZP5LWN2KD6RT
          export AWS_SECRET_ACCESS_KEY=q7Zp+3nVx9LwKd2TrBs6Yc1Mf8Gh4Jj0PaEuIoRe
        EOT
      }
    TF
  }

  example "no secret" {
    accepted = <<-TF
      resource "aws_instance" "web" {
        ami           = "ami-0123456789abcdef0"
        instance_type = "t3.micro"
        user_data     = <<-EOT
          #!/bin/sh
          aws secretsmanager get-secret-value --secret-id prod/db
        EOT
      }
    TF
  }
}
