rule "aws-ecr-immutable-tags" {
  summary     = "Tags of the image repository can be overwritten"
  category    = "security"
  severity    = "medium"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_51"], trivy = ["AWS-0031"] }

  resource "aws_ecr_repository" {
    require = self.image_tag_mutability == "IMMUTABLE" || self.image_tag_mutability == "IMMUTABLE_WITH_EXCLUSION"

    fix {
      set    = { image_tag_mutability = "IMMUTABLE" }
      safety = "unsafe"
    }
  }

  why  = "What ran under a tag yesterday may be another image today, by mistake or by an intruder."
  help = "Set image_tag_mutability = IMMUTABLE."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository"]

  example "without image_tag_mutability" {
    flagged = <<-TF
      resource "aws_ecr_repository" "this" {
        name = "app"
      }
    TF
  }

  example "image_tag_mutability is IMMUTABLE" {
    accepted = <<-TF
      resource "aws_ecr_repository" "this" {
        name                 = "app"
        image_tag_mutability = "IMMUTABLE"
      }
    TF
  }
}
