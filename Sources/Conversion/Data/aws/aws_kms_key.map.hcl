mapping "aws_kms_key" {
  cloudformation "AWS::KMS::Key" {
    customer_master_key_spec = KeySpec
    deletion_window_in_days  = PendingWindowInDays
    is_enabled               = Enabled
    policy                   = KeyPolicy
    custom_key_store_id      = drop("CloudFormation has no custom key stores")
    xks_key_id               = drop("CloudFormation has no custom key stores")

    # What the service gives a key without a policy.
    default = {
      KeyPolicy = {
        Version = "2012-10-17"
        Statement = [{
          Sid       = "Enable IAM User Permissions"
          Effect    = "Allow"
          Principal = { AWS = "arn:${partition}:iam::${account}:root" }
          Action    = "kms:*"
          Resource  = "*"
        }]
      }
    }

    refer "key_id" { ref = true }
    refer "arn"    { attribute = "Arn" }
  }
}
