rule "aws-s3-bucket-acl-grants" {
  summary  = "The access control list gives rights to a group of strangers"
  category = "security"
  severity = "high"
  tags     = ["public"]

  resource "aws_s3_bucket_acl" {
    require = !any([
      for p in self.access_control_policy :
      any([
        for g in p.grant :
        contains(["FULL_CONTROL", "READ_ACP"], g.permission)
        && any([for w in g.grantee : w.uri != null && endswith(w.uri, "global/AllUsers")])
      ])
    ])
    message     = "Everyone may read the bucket's access control list."
    equivalents = { checkov = ["CKV_AWS_375"] }
  }

  resource "aws_s3_bucket_acl" {
    require = !any([
      for p in self.access_control_policy :
      any([for g in p.grant : any([for w in g.grantee : w.uri != null && endswith(w.uri, "global/AuthenticatedUsers")])])
    ])
    message     = "Every customer of AWS has rights on the bucket."
    equivalents = { checkov = ["CKV2_AWS_43"] }
  }

  why  = "AuthenticatedUsers means all customers of AWS, not the users of the account; anyone can become one."
  help = "Grant rights to accounts, better by a bucket policy."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl"]

  example "reported" {
    flagged = <<-TF
      resource "aws_s3_bucket_acl" "data" {
        bucket = "example-data"

        access_control_policy {
          grant {
            permission = "READ"

            grantee {
              type = "Group"
              uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
            }
          }

          owner {
            id = "o-1"
          }
        }
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_s3_bucket_acl" "data" {
        bucket = "example-data"

        access_control_policy {
          grant {
            permission = "READ"

            grantee {
              type = "CanonicalUser"
              id   = "c-1"
            }
          }

          owner {
            id = "o-1"
          }
        }
      }
    TF
  }
}
