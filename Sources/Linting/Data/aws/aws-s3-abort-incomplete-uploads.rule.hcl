rule "aws-s3-abort-incomplete-uploads" {
  summary     = "Broken uploads stay in the bucket and are paid for"
  category    = "cost"
  severity    = "info"
  packs       = ["cost", "strict"]
  equivalents = { checkov = ["CKV_AWS_300"] }

  resource "aws_s3_bucket_lifecycle_configuration" {
    require = any([
      for r in self.rule :
      r.status == "Enabled"
      && any([for a in r.abort_incomplete_multipart_upload : a.days_after_initiation > 0])
      && all([
        for f in r.filter :
        (f.prefix == null || f.prefix == "")
        && f.object_size_greater_than == null
        && f.object_size_less_than == null
        && length(f.and) == 0
        && length(f.tag) == 0
      ])
    ])
    at = self
  }

  why  = "The parts of an upload that was never finished do not show in any listing, and are charged as storage."
  help = "Add a rule for the whole bucket with abort_incomplete_multipart_upload { days_after_initiation = 7 }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration"]

  example "without abort_incomplete_multipart_upload" {
    flagged = <<-TF
      resource "aws_s3_bucket_lifecycle_configuration" "logs" {
        bucket = "example-logs"

        rule {
          id     = "old"
          status = "Enabled"

          expiration {
            days = 90
          }
        }
      }
    TF
  }

  example "with abort_incomplete_multipart_upload" {
    accepted = <<-TF
      resource "aws_s3_bucket_lifecycle_configuration" "logs" {
        bucket = "example-logs"

        rule {
          id     = "old"
          status = "Enabled"

          abort_incomplete_multipart_upload {
            days_after_initiation = 7
          }

          expiration {
            days = 90
          }
        }
      }
    TF
  }
}
