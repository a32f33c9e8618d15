rule "aws-s3-bucket-public-access-block" {
  summary     = "Public access to the bucket is not blocked"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]
  equivalents = { trivy = ["AWS-0094"], kics = ["1ec253ab-c220-4d63-b2de-5b40e0af9293"] }

  resource "aws_s3_bucket" {
    let         = { blocks = related("aws_s3_bucket_public_access_block", "bucket") }
    require     = any([for b in blocks : b.block_public_acls == true && b.block_public_policy == true])
    message     = "Nothing keeps the bucket ${self.bucket} from being made public."
    at          = self
    equivalents = { checkov = ["CKV2_AWS_6"] }
  }

  resource "aws_s3_bucket_public_access_block" {
    require     = self.block_public_acls == true
    equivalents = { checkov = ["CKV_AWS_53"], trivy = ["AWS-0086"] }

    fix {
      set = { block_public_acls = true }
    }
  }

  resource "aws_s3_bucket_public_access_block" {
    require     = self.block_public_policy == true
    equivalents = { checkov = ["CKV_AWS_54"], trivy = ["AWS-0087"] }

    fix {
      set = { block_public_policy = true }
    }
  }

  resource "aws_s3_bucket_public_access_block" {
    require     = self.ignore_public_acls == true
    equivalents = { checkov = ["CKV_AWS_55"], trivy = ["AWS-0091"] }

    fix {
      set = { ignore_public_acls = true }
    }
  }

  resource "aws_s3_bucket_public_access_block" {
    require     = self.restrict_public_buckets == true
    equivalents = { checkov = ["CKV_AWS_56"], trivy = ["AWS-0093"] }

    fix {
      set = { restrict_public_buckets = true }
    }
  }

  why  = <<-TEXT
    One policy statement or access control list written in haste makes every object readable by anyone. The public access block overrules
    both, whoever writes them.
  TEXT
  help = "Declare aws_s3_bucket_public_access_block for the bucket with all four settings true. A site belongs behind a CDN."

  example "no block" {
    flagged = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }
    TF
  }

  example "half a block" {
    flagged = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }

      resource "aws_s3_bucket_public_access_block" "logs" {
        bucket                  = aws_s3_bucket.logs.id
        block_public_acls       = true
        block_public_policy     = false
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }

  example "one block for each of several buckets" {
    accepted = <<-TF
      locals {
        names = toset(["logs", "backups"])
      }

      resource "aws_s3_bucket" "b" {
        for_each = local.names
        bucket   = "example-${each.key}"
      }

      resource "aws_s3_bucket_public_access_block" "b" {
        for_each                = aws_s3_bucket.b
        bucket                  = each.value.id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }

  example "named by text" {
    accepted = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }

      resource "aws_s3_bucket_public_access_block" "logs" {
        bucket                  = "example-logs"
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }
}
