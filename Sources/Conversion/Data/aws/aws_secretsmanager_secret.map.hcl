mapping "aws_secretsmanager_secret" {
  cloudformation "AWS::SecretsManager::Secret" {
    name_prefix                    = drop("CloudFormation completes names by itself")
    force_overwrite_replica_secret = ignore("how Terraform creates the secret")
    recovery_window_in_days        = ignore("how Terraform deletes the secret")
    replica                        = ReplicaRegions

    refer "arn"  { ref = true }
    refer "name" { property = Name }

    split_into "AWS::SecretsManager::ResourcePolicy" "Policy" {
      policy = ResourcePolicy
      set    = { SecretId = parent }
    }
  }
}
