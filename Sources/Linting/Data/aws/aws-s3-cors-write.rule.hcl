rule "aws-s3-cors-write" {
  summary  = "Scripts of every site may write to the bucket"
  category = "security"
  severity = "medium"
  tags     = ["public"]
  packs    = ["strict"]

  resource "aws_s3_bucket_cors_configuration" {
    each    = self.cors_rule
    require = !(any([for o in each.value.allowed_origins : o == "*"]) && any([for m in each.value.allowed_methods : contains(["PUT", "POST", "DELETE"], m)]))
  }

  why  = "With a signed link that leaked in a page, any other page can upload or delete."
  help = "List the sites in allowed_origins."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration"]

  example "allowed_origins is *" {
    flagged = <<-TF
      resource "aws_s3_bucket_cors_configuration" "uploads" {
        bucket = "example-uploads"

        cors_rule {
          allowed_methods = ["PUT"]
          allowed_origins = ["*"]
        }
      }
    TF
  }

  example "allowed_origins is https://shop.example.com" {
    accepted = <<-TF
      resource "aws_s3_bucket_cors_configuration" "uploads" {
        bucket = "example-uploads"

        cors_rule {
          allowed_methods = ["PUT"]
          allowed_origins = ["https://shop.example.com"]
        }
      }
    TF
  }
}
