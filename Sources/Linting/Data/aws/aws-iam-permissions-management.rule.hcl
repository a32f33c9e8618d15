rule "aws-iam-permissions-management" {
  summary  = "The policy lets its holder change who may do what"
  category = "security"
  severity = "medium"
  tags     = ["iam"]
  packs    = ["strict"]

  subject "aws-iam-policy" {
    let = {
      free     = flatten([for s in statements : s.actions if s.effect == "Allow" && length(s.conditions) == 0 && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "acm-pca:CreatePermission", "acm-pca:PutPolicy", "backup:PutBackupVaultAccessPolicy",
        "codeartifact:PutRepositoryPermissionsPolicy", "ec2:CreateNetworkInterfacePermission", "ec2:ModifyImageAttribute",
        "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "elasticfilesystem:PutFileSystemPolicy",
        "es:UpdateDomainConfig", "glacier:SetVaultAccessPolicy", "glue:PutResourcePolicy", "iam:AddRoleToInstanceProfile",
        "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey",
        "iam:CreateLoginProfile", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateRole", "iam:CreateUser",
        "iam:DeleteRolePermissionsBoundary", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutGroupPolicy",
        "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAccessKey",
        "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "kms:CreateGrant", "kms:PutKeyPolicy",
        "lambda:AddLayerVersionPermission", "lambda:AddPermission", "logs:PutResourcePolicy", "organizations:AttachPolicy",
        "ram:CreateResourceShare", "rds:AuthorizeDBSecurityGroupIngress", "redshift:AuthorizeSnapshotAccess",
        "s3:BypassGovernanceRetention", "s3:DeleteBucketPolicy", "s3:PutAccessPointPolicy", "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutObjectAcl",
        "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sqs:AddPermission", "sso:CreateAccountAssignment",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = document
    equivalents = { checkov = ["CKV_AWS_289"], trivy = ["AWS-0342"] }
  }

  data "aws_iam_policy_document" {
    let = {
      free     = flatten([for s in self.statement : s.actions if s.effect != "Deny" && length(s.condition) == 0 && length(s.principals) == 0 && s.resources != null && contains(s.resources, "*")])
      patterns = [for a in free : "^(?i:${replace(replace(a, "*", ".*"), "?", ".")})$"]
      listed = [
        "acm-pca:CreatePermission", "acm-pca:PutPolicy", "backup:PutBackupVaultAccessPolicy",
        "codeartifact:PutRepositoryPermissionsPolicy", "ec2:CreateNetworkInterfacePermission", "ec2:ModifyImageAttribute",
        "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "elasticfilesystem:PutFileSystemPolicy",
        "es:UpdateDomainConfig", "glacier:SetVaultAccessPolicy", "glue:PutResourcePolicy", "iam:AddRoleToInstanceProfile",
        "iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey",
        "iam:CreateLoginProfile", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateRole", "iam:CreateUser",
        "iam:DeleteRolePermissionsBoundary", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutGroupPolicy",
        "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAccessKey",
        "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "kms:CreateGrant", "kms:PutKeyPolicy",
        "lambda:AddLayerVersionPermission", "lambda:AddPermission", "logs:PutResourcePolicy", "organizations:AttachPolicy",
        "ram:CreateResourceShare", "rds:AuthorizeDBSecurityGroupIngress", "redshift:AuthorizeSnapshotAccess",
        "s3:BypassGovernanceRetention", "s3:DeleteBucketPolicy", "s3:PutAccessPointPolicy", "s3:PutAccountPublicAccessBlock",
        "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutObjectAcl",
        "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sqs:AddPermission", "sso:CreateAccountAssignment",
      ]
      found = [for action in listed : action if any([for p in patterns : can(regex(p, action))])]
    }
    require     = !any([for action in listed : any([for p in patterns : can(regex(p, action))])])
    message     = "On every resource the policy allows ${join(", ", found)}."
    at          = self.statement
    equivalents = { checkov = ["CKV_AWS_109"], trivy = ["AWS-0342"] }
  }

  why  = "Whoever can change policies on every resource can open any of them to the internet, or to himself."
  help = "Limit the resources, and leave policies to the role that deploys."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy"]

  example "resources is *" {
    flagged = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["kms:CreateGrant"]
          resources = ["*"]
        }
      }
    TF
  }

  example "resources is arn:aws:kms:eu-west-1:123456789012:key/1" {
    accepted = <<-TF
      data "aws_iam_policy_document" "ci" {
        statement {
          actions   = ["kms:CreateGrant"]
          resources = ["arn:aws:kms:eu-west-1:123456789012:key/1"]
        }
      }
    TF
  }
}
