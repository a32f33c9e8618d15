rule "aws-s3-bucket-customer-key" {
  summary  = "The bucket is not encrypted with a key of KMS"
  category = "security"
  severity = "low"
  tags     = ["encryption"]
  packs    = ["cmk"]

  resource "aws_s3_bucket" {
    let = {
      configurations = related("aws_s3_bucket_server_side_encryption_configuration", "bucket")
      rules          = concat(flatten([for c in self.server_side_encryption_configuration : c.rule]), flatten([for c in configurations : c.rule]))
    }
    require     = any([for r in rules : any([for d in r.apply_server_side_encryption_by_default : startswith(d.sse_algorithm, "aws:kms")])])
    at          = self
    message     = "The bucket ${self.bucket} is not encrypted with a key of KMS."
    equivalents = { checkov = ["CKV_AWS_145"] }
  }

  resource "aws_s3_bucket" {
    let = {
      configurations = related("aws_s3_bucket_server_side_encryption_configuration", "bucket")
      rules          = concat(flatten([for c in self.server_side_encryption_configuration : c.rule]), flatten([for c in configurations : c.rule]))
      lists          = related("aws_s3_bucket_acl", "bucket")
    }
    where = (
      self.acl != "log-delivery-write"
      && !any([
        for l in lists :
        l.acl == "log-delivery-write"
        || any([
          for p in l.access_control_policy :
          any([for g in p.grant : any([for w in g.grantee : w.uri != null && endswith(w.uri, "s3/LogDelivery")])])
        ])
      ])
      && !any([
        for p in related("aws_s3_bucket_policy", "bucket") :
        any([for s in policy_statements(p.policy) : any([for w in s.principals : w.identifier == "logging.s3.amazonaws.com"])])
      ])
    )
    require = any([
      for r in rules :
      any([for d in r.apply_server_side_encryption_by_default : d.kms_master_key_id != null && d.kms_master_key_id != ""])
    ])
    at          = self
    message     = "No key of the customer is named for the bucket ${self.bucket}."
    equivalents = { trivy = ["AWS-0132"] }
  }

  why  = <<-TEXT
    S3's own key decrypts for everyone who may read the bucket. A key of your own is a second lock, with its own list of readers and a
    record of each use.
  TEXT
  help = "Declare aws_s3_bucket_server_side_encryption_configuration with aws:kms and a kms_master_key_id, and set bucket_key_enabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "without aws_s3_bucket_server_side_encryption_configuration" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_server_side_encryption_configuration" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
        bucket = aws_s3_bucket.data.id

        rule {
          bucket_key_enabled = true

          apply_server_side_encryption_by_default {
            sse_algorithm     = "aws:kms"
            kms_master_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
          }
        }
      }
    TF
  }
}
