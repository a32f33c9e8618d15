rule "aws-ecr-public-policy" {
  summary     = "Anyone may use the image repository"
  category    = "security"
  severity    = "high"
  tags        = ["iam", "public"]
  equivalents = { checkov = ["CKV_AWS_32"], trivy = ["AWS-0032"] }

  resource "aws_ecr_repository_policy" {
    require = !any([
      for s in policy_statements(self.policy) :
      s.effect == "Allow"
      && any([for p in s.principals : p.identifier == "*"])
      && !any([for c in s.conditions : can(regex("^(?i:aws:(Principal|Source|Vpc))", c.variable))])
    ])
    at      = self.policy
    message = "Every AWS account may do with the images what this policy allows."
  }

  why  = "Images hold a company's programs, and often its configuration; whoever may push replaces what will run."
  help = "Name the accounts or roles as principals, or add a condition on the organisation."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository_policy"]

  example "reported" {
    flagged = <<-TF
      resource "aws_ecr_repository_policy" "app" {
        repository = "app"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = "*"
            Action    = "ecr:BatchGetImage"
          }]
        })
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ecr_repository_policy" "app" {
        repository = "app"

        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{
            Effect    = "Allow"
            Principal = { AWS = "arn:aws:iam::123456789012:root" }
            Action    = "ecr:BatchGetImage"
          }]
        })
      }
    TF
  }
}
