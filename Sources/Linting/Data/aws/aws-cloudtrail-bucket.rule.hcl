rule "aws-cloudtrail-bucket" {
  summary  = "The trail's bucket can be read by anyone"
  category = "security"
  severity = "critical"
  tags     = ["logging", "public", "cis-aws/3.3"]

  resource "aws_cloudtrail" {
    let = { buckets = related("aws_s3_bucket", "bucket", self.s3_bucket_name) }
    require = !any([
      for b in buckets :
      (b.acl != null && contains(["public-read", "public-read-write", "website", "authenticated-read"], b.acl))
      || any([
        for l in related("aws_s3_bucket_acl", "bucket", b) :
        l.acl != null && contains(["public-read", "public-read-write", "authenticated-read"], l.acl)
      ])
    ])
    at          = self.s3_bucket_name
    message     = "Everyone may read what happens in the account."
    equivalents = { trivy = ["AWS-0161"] }
  }

  why  = "The trail tells a stranger which roles, keys and resources the account has, and which of its doors are tried."
  help = "Keep the bucket private, with a public access block."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "acl is public-read" {
    flagged = <<-TF
      resource "aws_s3_bucket" "trail" {
        bucket = "example-trail"
        acl    = "public-read"
      }

      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = aws_s3_bucket.trail.id
      }
    TF
  }

  example "acl is private" {
    accepted = <<-TF
      resource "aws_s3_bucket" "trail" {
        bucket = "example-trail"
        acl    = "private"
      }

      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = aws_s3_bucket.trail.id
      }
    TF
  }
}
