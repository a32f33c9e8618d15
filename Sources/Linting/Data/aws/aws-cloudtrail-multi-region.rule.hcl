rule "aws-cloudtrail-multi-region" {
  summary     = "The trail records one region only"
  category    = "security"
  severity    = "medium"
  tags        = ["cis-aws-1.2/2.5"]
  equivalents = { checkov = ["CKV_AWS_67"], trivy = ["AWS-0014"] }

  resource "aws_cloudtrail" {
    require = self.is_multi_region_trail == true

    fix {
      set    = { is_multi_region_trail = true }
      safety = "unsafe"
    }
  }

  why  = "What an intruder does in a region that nobody uses is not recorded."
  help = "Set is_multi_region_trail = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "without is_multi_region_trail" {
    flagged = <<-TF
      resource "aws_cloudtrail" "this" {
        name           = "t"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "is_multi_region_trail is true" {
    accepted = <<-TF
      resource "aws_cloudtrail" "this" {
        name                  = "t"
        s3_bucket_name        = "trail"
        is_multi_region_trail = true
      }
    TF
  }
}
