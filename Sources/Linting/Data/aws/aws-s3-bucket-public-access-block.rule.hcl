rule "aws-s3-bucket-public-access-block" {
  summary     = "The public access block of the bucket has a gap"
  category    = "security"
  severity    = "medium"
  tags        = ["public"]

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
  help = "Set all four settings to true; what is not set is false. A site belongs behind a CDN."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block"]

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

  example "all four" {
    accepted = <<-TF
      resource "aws_s3_bucket" "logs" {
        bucket = "example-logs"
      }

      resource "aws_s3_bucket_public_access_block" "logs" {
        bucket                  = aws_s3_bucket.logs.id
        block_public_acls       = true
        block_public_policy     = true
        ignore_public_acls      = true
        restrict_public_buckets = true
      }
    TF
  }
}
