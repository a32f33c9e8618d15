rule "aws-codebuild-privileged" {
  summary     = "The build runs with full rights on its host"
  category    = "security"
  severity    = "medium"
  tags        = ["container"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_316"] }

  resource "aws_codebuild_project" {
    require = !any([for e in self.environment : e.privileged_mode == true])
  }

  why  = <<-TEXT
    Privileged mode is only needed to build images with Docker; every other build hands those rights to whatever its dependencies run.
  TEXT
  help = "Remove privileged_mode, or build images in a project that does nothing else."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project"]

  example "privileged_mode is true" {
    flagged = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        environment {
          compute_type    = "BUILD_GENERAL1_SMALL"
          image           = "aws/codebuild/standard:7.0"
          type            = "LINUX_CONTAINER"
          privileged_mode = true
        }
      }
    TF
  }

  example "privileged_mode is false" {
    accepted = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        environment {
          compute_type    = "BUILD_GENERAL1_SMALL"
          image           = "aws/codebuild/standard:7.0"
          type            = "LINUX_CONTAINER"
          privileged_mode = false
        }
      }
    TF
  }
}
