mapping "aws_s3_bucket_lifecycle_configuration" {
  cloudformation "AWS::S3::Bucket" {
    merge_into                             = bucket
    expected_bucket_owner                  = ignore("what Terraform checks before it changes the bucket")
    transition_default_minimum_object_size = LifecycleConfiguration.TransitionDefaultMinimumObjectSize
    rule = block(LifecycleConfiguration.Rules, {
      expiration = inline({
        date                         = ExpirationDate
        days                         = ExpirationInDays
        expired_object_delete_marker = ExpiredObjectDeleteMarker
      })
      filter = inline({
        object_size_greater_than = ObjectSizeGreaterThan
        object_size_less_than    = ObjectSizeLessThan
        prefix                   = Prefix
        tag                      = "TagFilters[]"
        and = inline({
          object_size_greater_than = ObjectSizeGreaterThan
          object_size_less_than    = ObjectSizeLessThan
          prefix                   = Prefix
          tags                     = TagFilters
        })
      })
      noncurrent_version_transition = block(NoncurrentVersionTransitions, { noncurrent_days = TransitionInDays })
      transition                    = block(Transitions, { date = TransitionDate, days = TransitionInDays })
    })
  }
}
