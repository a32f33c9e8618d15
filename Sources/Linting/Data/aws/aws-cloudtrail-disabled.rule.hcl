rule "aws-cloudtrail-disabled" {
  summary     = "The trail records nothing"
  category    = "security"
  severity    = "high"
  tags        = ["logging"]
  equivalents = { checkov = ["CKV_AWS_251"] }

  resource "aws_cloudtrail" {
    require = self.enable_logging != false

    fix {
      set    = { enable_logging = true }
      safety = "unsafe"
    }
  }

  why  = "While the trail is off, nothing tells who created a key, changed a policy or deleted a backup."
  help = "Remove enable_logging = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "enable_logging is false" {
    flagged = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
        enable_logging = false
      }
    TF
  }

  example "enable_logging is true" {
    accepted = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
        enable_logging = true
      }
    TF
  }
}
