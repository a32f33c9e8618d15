rule "aws-codebuild-encryption" {
  summary  = "Results or logs of the build are stored in clear"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_codebuild_project" {
    each        = self.artifacts
    where       = each.value.type != "NO_ARTIFACTS"
    require     = each.value.encryption_disabled != true
    message     = "Encryption of the build's results is switched off."
    equivalents = { checkov = ["CKV_AWS_78"], trivy = ["AWS-0018"] }

    fix {
      set    = { encryption_disabled = false }
      safety = "unsafe"
    }
  }

  resource "aws_codebuild_project" {
    each        = self.secondary_artifacts
    require     = each.value.encryption_disabled != true
    message     = "Encryption of the results ${each.value.artifact_identifier} is switched off."
    equivalents = { trivy = ["AWS-0018"] }

    fix {
      set    = { encryption_disabled = false }
      safety = "unsafe"
    }
  }

  resource "aws_codebuild_project" {
    require     = !any([for c in self.logs_config : any([for l in c.s3_logs : l.encryption_disabled == true])])
    message     = "Encryption of the build's logs is switched off."
    equivalents = { checkov = ["CKV_AWS_311"] }
  }

  why  = <<-TEXT
    Results are programs that will be deployed, logs often hold tokens; both are encrypted free of charge unless someone switches it
    off.
  TEXT
  help = "Remove encryption_disabled."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project"]

  example "encryption_disabled is true" {
    flagged = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        artifacts {
          type                = "S3"
          encryption_disabled = true
        }
      }
    TF
  }

  example "encryption_disabled is false" {
    accepted = <<-TF
      resource "aws_codebuild_project" "app" {
        name         = "app"
        service_role = "arn:aws:iam::123456789012:role/build"

        artifacts {
          type                = "S3"
          encryption_disabled = false
        }
      }
    TF
  }
}
