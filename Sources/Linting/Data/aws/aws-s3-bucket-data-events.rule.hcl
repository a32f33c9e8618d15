rule "aws-s3-bucket-data-events" {
  summary  = "No trail records what happens to the bucket's objects"
  category = "security"
  severity = "info"
  tags     = ["logging", "cis-aws/3.11", "cis-aws/3.10"]
  packs    = ["strict"]

  resource "aws_s3_bucket" {
    let         = { selectors = flatten([for t in related("aws_cloudtrail", "event_selector.data_resource.values") : [for s in t.event_selector : s.read_write_type]]) }
    require     = any([for s in selectors : s == null || s == "All" || s == "ReadOnly"])
    at          = self
    message     = "No trail records who reads the bucket's objects."
    equivalents = { trivy = ["AWS-0172"] }
  }

  resource "aws_s3_bucket" {
    let         = { selectors = flatten([for t in related("aws_cloudtrail", "event_selector.data_resource.values") : [for s in t.event_selector : s.read_write_type]]) }
    require     = any([for s in selectors : s == null || s == "All" || s == "WriteOnly"])
    at          = self
    message     = "No trail records who changes the bucket's objects."
    equivalents = { trivy = ["AWS-0171"] }
  }

  why  = "Trails record who changed settings; who read or deleted objects they record only when asked to."
  help = "Add an event_selector with the data resource AWS::S3::Object to a trail. It is charged by the event."

  example "reported" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"

        event_selector {
          read_write_type = "All"

          data_resource {
            type   = "AWS::S3::Object"
            values = ["${aws_s3_bucket.data.arn}/"]
          }
        }
      }
    TF
  }
}
