rule "aws-cloudtrail-log-validation" {
  summary     = "Changes to the trail would go unnoticed"
  category    = "security"
  severity    = "medium"
  equivalents = { checkov = ["CKV_AWS_36"], trivy = ["AWS-0016"] }

  resource "aws_cloudtrail" {
    require = self.enable_log_file_validation == true

    fix {
      set    = { enable_log_file_validation = true }
      safety = "unsafe"
    }
  }

  why  = "An intruder who can write to the bucket removes his traces; digests make that visible."
  help = "Set enable_log_file_validation = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "without enable_log_file_validation" {
    flagged = <<-TF
      resource "aws_cloudtrail" "this" {
        name           = "t"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "enable_log_file_validation is true" {
    accepted = <<-TF
      resource "aws_cloudtrail" "this" {
        name                       = "t"
        s3_bucket_name             = "trail"
        enable_log_file_validation = true
      }
    TF
  }
}
