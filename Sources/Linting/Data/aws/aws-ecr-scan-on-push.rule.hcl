rule "aws-ecr-scan-on-push" {
  summary     = "Images are not scanned when they are pushed"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_163"], trivy = ["AWS-0030"] }

  resource "aws_ecr_repository" {
    require = any([for b in self.image_scanning_configuration : b.scan_on_push == true])
  }

  why  = "Known holes in an image are found when someone looks; a scan looks at every push."
  help = "Add image_scanning_configuration { scan_on_push = true }."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository"]

  example "without image_scanning_configuration" {
    flagged = <<-TF
      resource "aws_ecr_repository" "this" {
        name = "app"
      }
    TF
  }

  example "with image_scanning_configuration" {
    accepted = <<-TF
      resource "aws_ecr_repository" "this" {
        name = "app"

        image_scanning_configuration {
          scan_on_push = true
        }
      }
    TF
  }
}
