rule "aws-ecr-lifecycle-policy" {
  summary  = "Images of the repository are kept for ever"
  category = "cost"
  severity = "info"
  packs    = ["cost"]

  resource "aws_ecr_repository" {
    require = any([for p in related("aws_ecr_lifecycle_policy", "repository") : true])
    at      = self
  }

  why  = "Each build adds an image that nobody will pull again, and each is paid for."
  help = "Declare aws_ecr_lifecycle_policy that expires untagged and old images."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository"]

  example "without aws_ecr_lifecycle_policy" {
    flagged = <<-TF
      resource "aws_ecr_repository" "app" {
        name = "app"
      }
    TF
  }

  example "with aws_ecr_lifecycle_policy" {
    accepted = <<-TF
      resource "aws_ecr_repository" "app" {
        name = "app"
      }

      resource "aws_ecr_lifecycle_policy" "app" {
        repository = aws_ecr_repository.app.name

        policy = jsonencode({
          rules = [{
            rulePriority = 1
            selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
            action       = { type = "expire" }
          }]
        })
      }
    TF
  }
}
