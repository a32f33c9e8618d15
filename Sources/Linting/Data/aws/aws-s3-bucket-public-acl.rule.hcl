rule "aws-s3-bucket-public-acl" {
  summary     = "The bucket's access control list lets anyone in"
  category    = "security"
  severity    = "high"
  tags        = ["public"]
  equivalents = { trivy = ["AWS-0092"], kics = ["57b9893d-33b1-4419-bcea-a717ea87e139"] }

  resource "aws_s3_bucket" {
    let = {
      lists  = related("aws_s3_bucket_acl", "bucket")
      public = ["public-read", "public-read-write", "authenticated-read", "website"]
    }
    require = (
      !any([for acl in public : self.acl == acl || any([for l in lists : l.acl == acl])])
      && !any([for g in self.grant : endswith(g.uri, "global/AllUsers") && any([for p in g.permissions : p == "READ" || p == "FULL_CONTROL"]) if g.uri != null])
      && !any([for l in lists : any([for g in l.access_control_policy.grant : endswith(g.grantee.uri, "global/AllUsers") && contains(["READ", "FULL_CONTROL"], g.permission) if g.grantee.uri != null])])
    )
    message     = "Everyone can read the bucket ${self.bucket}."
    equivalents = { checkov = ["CKV_AWS_20"] }
  }

  resource "aws_s3_bucket" {
    let         = { lists = related("aws_s3_bucket_acl", "bucket") }
    require = (
      self.acl != "public-read-write" && !any([for l in lists : l.acl == "public-read-write"])
      && !any([for g in self.grant : endswith(g.uri, "global/AllUsers") && any([for p in g.permissions : p == "WRITE" || p == "FULL_CONTROL"]) if g.uri != null])
      && !any([for l in lists : any([for g in l.access_control_policy.grant : endswith(g.grantee.uri, "global/AllUsers") && contains(["WRITE", "FULL_CONTROL"], g.permission) if g.grantee.uri != null])])
    )
    message     = "Everyone can write to the bucket ${self.bucket}."
    severity    = "critical"
    equivalents = { checkov = ["CKV_AWS_57"] }
  }

  resource "aws_s3_bucket_acl" {
    where   = self.acl != null
    require = !contains(["public-read", "public-read-write", "authenticated-read", "website"], self.acl)
    message = "The access control list ${self.acl} opens the bucket to everyone."

    fix {
      set = { acl = "private" }
    }
  }

  why  = "Objects of a public bucket are found by crawlers within hours. A list that can be written by everyone also lets strangers store data at your cost."
  help = "Use the list \"private\", or none, and serve public files through a CDN with its own access to the bucket."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "public by a list of its own" {
    flagged = <<-TF
      resource "aws_s3_bucket" "site" {
        bucket = "example-site"
      }

      resource "aws_s3_bucket_acl" "site" {
        bucket = aws_s3_bucket.site.id
        acl    = "public-read"
      }
    TF
  }

  example "private" {
    accepted = <<-TF
      resource "aws_s3_bucket" "site" {
        bucket = "example-site"
      }

      resource "aws_s3_bucket_acl" "site" {
        bucket = aws_s3_bucket.site.id
        acl    = "private"
      }
    TF
  }
}
