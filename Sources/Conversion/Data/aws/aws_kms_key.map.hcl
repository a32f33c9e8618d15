mapping "aws_kms_key" {
  cloudformation "AWS::KMS::Key" {
    customer_master_key_spec = KeySpec
    deletion_window_in_days  = PendingWindowInDays
    is_enabled               = Enabled
    policy                   = KeyPolicy
    custom_key_store_id      = drop("CloudFormation has no custom key stores")
    xks_key_id               = drop("CloudFormation has no custom key stores")

    refer "key_id" { ref = true }
    refer "arn"    { attribute = "Arn" }
  }
}
