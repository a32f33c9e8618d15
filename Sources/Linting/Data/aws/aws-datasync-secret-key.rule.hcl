rule "aws-datasync-secret-key" {
  summary     = "The storage key of the DataSync location is written in clear"
  category    = "secrets"
  severity    = "high"
  equivalents = { checkov = ["CKV_AWS_295"] }

  resource "aws_datasync_location_object_storage" {
    require = self.secret_key == null
  }

  why  = "The key stands in the state, readable for everyone who may plan, and opens the whole bucket of the other provider."
  help = "Leave secret_key out and pass the credentials by a secret that the agent reads, or set it from an ephemeral value."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/datasync_location_object_storage"]

  example "secret_key is kV8#pw2Lx9!w" {
    flagged = <<-TF
      resource "aws_datasync_location_object_storage" "old" {
        server_hostname = "storage.example.com"
        bucket_name     = "old"
        access_key      = "reader"
        secret_key      = "kV8#pw2Lx9!w"
      }
    TF
  }

  example "without secret_key" {
    accepted = <<-TF
      resource "aws_datasync_location_object_storage" "old" {
        server_hostname = "storage.example.com"
        bucket_name     = "old"
        access_key      = "reader"

      }
    TF
  }
}
