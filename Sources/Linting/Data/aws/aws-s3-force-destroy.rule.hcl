rule "aws-s3-force-destroy" {
  summary  = "The bucket is deleted with everything in it"
  category = "reliability"
  severity = "low"
  tags     = ["backup"]
  packs    = ["strict"]

  resource "aws_s3_bucket" {
    require = self.force_destroy != true

    fix {
      set    = { force_destroy = false }
      safety = "unsafe"
    }
  }

  why  = "A renamed resource or a mistaken destroy deletes all objects and versions without asking."
  help = "Remove force_destroy; empty buckets on purpose."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket"]

  example "force_destroy is true" {
    flagged = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket        = "example-data"
        force_destroy = true
      }
    TF
  }

  example "without force_destroy" {
    accepted = <<-TF
      resource "aws_s3_bucket" "data" {
        bucket = "example-data"

      }
    TF
  }
}
