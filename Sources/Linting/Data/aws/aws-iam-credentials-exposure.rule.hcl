rule "aws-iam-credentials-exposure" {
  summary  = "The policy gives out credentials on every resource"
  category = "security"
  severity = "medium"
  tags     = ["iam"]
  packs    = ["strict"]

  subject "aws-iam-policy" {
    let = {
      free     = flatten([for s in statements : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "chime:CreateApiKey", "codepipeline:PollForJobs", "cognito-identity:GetOpenIdToken",
        "cognito-identity:GetOpenIdTokenForDeveloperIdentity", "cognito-identity:GetCredentialsForIdentity",
        "connect:GetFederationToken", "connect:GetFederationTokens", "ec2:GetPasswordData", "ecr:GetAuthorizationToken",
        "gamelift:RequestUploadCredentials", "iam:CreateAccessKey", "iam:CreateLoginProfile",
        "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateAccessKey",
        "lightsail:GetInstanceAccessDetails", "lightsail:GetRelationalDatabaseMasterUserPassword",
        "mediapackage:RotateChannelCredentials", "mediapackage:RotateIngestEndpointCredentials", "rds-db:connect",
        "redshift:CreateClusterUser", "redshift:GetClusterCredentials", "redshift-serverless:GetCredentials",
        "snowball:GetJobUnlockCode", "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity",
        "sts:GetFederationToken", "sts:GetSessionToken",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = document
    equivalents = { checkov = ["CKV_AWS_287"] }
  }

  data "aws_iam_policy_document" {
    let = {
      free     = flatten([for s in self.statement : s.actions if s.effect != "Deny" && length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "chime:CreateApiKey", "codepipeline:PollForJobs", "cognito-identity:GetOpenIdToken",
        "cognito-identity:GetOpenIdTokenForDeveloperIdentity", "cognito-identity:GetCredentialsForIdentity",
        "connect:GetFederationToken", "connect:GetFederationTokens", "ec2:GetPasswordData", "ecr:GetAuthorizationToken",
        "gamelift:RequestUploadCredentials", "iam:CreateAccessKey", "iam:CreateLoginProfile",
        "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateAccessKey",
        "lightsail:GetInstanceAccessDetails", "lightsail:GetRelationalDatabaseMasterUserPassword",
        "mediapackage:RotateChannelCredentials", "mediapackage:RotateIngestEndpointCredentials", "rds-db:connect",
        "redshift:CreateClusterUser", "redshift:GetClusterCredentials", "redshift-serverless:GetCredentials",
        "snowball:GetJobUnlockCode", "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity",
        "sts:GetFederationToken", "sts:GetSessionToken",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_107"] }
  }

  why  = <<-TEXT
    Actions that answer with a password, a token or a key let a stolen session outlive itself, and reach accounts and databases that the
    program never uses.
  TEXT
  help = "Limit the resources to the roles, users and databases that are meant."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "resources is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["sts:AssumeRole"]
          resources = ["*"]
        }
      }
    TF
  }

  example "resources is arn:aws:iam::123456789012:role/reader" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["sts:AssumeRole"]
          resources = ["arn:aws:iam::123456789012:role/reader"]
        }
      }
    TF
  }
}
