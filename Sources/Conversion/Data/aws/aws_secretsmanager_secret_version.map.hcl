mapping "aws_secretsmanager_secret_version" {
  cloudformation "AWS::SecretsManager::Secret" {
    merge_into               = secret_id
    secret_string_wo         = SecretString
    secret_string_wo_version = ignore("how Terraform sees that the secret changed")
    secret_binary            = drop("CloudFormation holds secrets as text")
    version_stages           = drop("CloudFormation labels the current version by itself")

    refer "arn"           { ref = true }
    refer "secret_string" { sub = "{{resolve:secretsmanager:${ref}:SecretString}}" }
  }
}
