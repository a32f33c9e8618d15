rule "aws-s3-bucket-secure-transport" {
  summary  = "The bucket accepts requests in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]
  packs    = ["strict"]

  resource "aws_s3_bucket_acl" {
    let = {
      blocks     = related("aws_s3_bucket_public_access_block", "bucket", self.bucket)
      statements = flatten([for p in related("aws_s3_bucket_policy", "bucket", self.bucket) : policy_statements(p.policy)])
    }
    where = (
      any([for list in ["public-read", "public-read-write", "website"] : self.acl == list])
      || any([
        for p in self.access_control_policy :
        any([for g in p.grant : any([for w in g.grantee : w.uri != null && endswith(w.uri, "global/AllUsers")])])
      ])
    )
    require = (
      any([for b in blocks : b.block_public_acls == true || b.restrict_public_buckets == true])
      || any([
        for s in statements :
        s.effect == "Deny"
        && any([for c in s.conditions : lower(c.variable) == "aws:securetransport" && contains(c.values, "false")])
      ])
    )
    message     = "The public bucket accepts requests in clear."
    equivalents = { checkov = ["CKV_AWS_379"] }
  }

  resource "aws_s3_bucket" {
    let = { statements = flatten(concat([policy_statements(self.policy)], [for p in related("aws_s3_bucket_policy", "bucket") : policy_statements(p.policy)])) }
    require = any([
      for s in statements :
      s.effect == "Deny"
      && any([for c in s.conditions : lower(c.variable) == "aws:securetransport" && contains(c.values, "false")])
    ])
    at = self
  }

  why  = "A client that is set up carelessly sends objects and signed links in clear, and nobody notices."
  help = "Add a statement to the bucket's policy that denies s3:* where aws:SecureTransport is false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl"]

  example "without aws_s3_bucket_policy" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }

  example "with aws_s3_bucket_policy" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }

      resource "aws_s3_bucket_policy" "data" {
        bucket = aws_s3_bucket.data.id

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Deny"
            Principal = "*"
            Action    = "s3:*"
            Resource  = "arn:aws:s3:::example-data/*"
            Condition = { Bool = { "aws:SecureTransport" = "false" } }
          }]
        })
      }
    TF
  }
}
