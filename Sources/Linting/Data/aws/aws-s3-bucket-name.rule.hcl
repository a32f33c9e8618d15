rule "aws-s3-bucket-name" {
  summary     = "The bucket's name is not allowed, or breaks encrypted access"
  category    = "correctness"
  severity    = "medium"
  equivalents = { trivy = ["AWS-0320"], tflint = ["aws_s3_bucket_name"] }

  resource "aws_s3_bucket" {
    where = self.bucket != null
    require = (
      can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", self.bucket))
      && !strcontains(self.bucket, "..")
      && !can(regex("^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$", self.bucket))
      && !startswith(self.bucket, "xn--")
      && !startswith(self.bucket, "sthree-")
      && !endswith(self.bucket, "-s3alias")
      && !endswith(self.bucket, "--ol-s3")
    )
    message     = "The name ${self.bucket} does not follow the rules: 3 to 63 small letters, digits, dots and hyphens."
    equivalents = { tflint = ["aws_s3_bucket_name"] }
  }

  why  = "AWS refuses the name when the plan is applied."
  help = "Use 3 to 63 small letters, digits and hyphens."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "bucket is Example_Data" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "Example_Data"
      }
    TF
  }

  example "bucket is example-data" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"
      }
    TF
  }
}
