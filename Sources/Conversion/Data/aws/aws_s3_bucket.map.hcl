mapping "aws_s3_bucket" {
  cloudformation "AWS::S3::Bucket" {
    bucket              = BucketName
    bucket_prefix       = drop("CloudFormation completes names by itself")
    force_destroy       = ignore("how Terraform deletes the bucket")
    acceleration_status = AccelerateConfiguration.AccelerationStatus
    request_payer       = assume("BucketOwner", "CloudFormation cannot make the requester pay")
    grant               = drop("CloudFormation has canned access control lists only")

    acl = enum(AccessControl, {
      "private"                   = "Private"
      "public-read"               = "PublicRead"
      "public-read-write"         = "PublicReadWrite"
      "authenticated-read"        = "AuthenticatedRead"
      "log-delivery-write"        = "LogDeliveryWrite"
      "aws-exec-read"             = "AwsExecRead"
      "bucket-owner-full-control" = "BucketOwnerFullControl"
      "bucket-owner-read"         = "BucketOwnerRead"
    })
    cors_rule = block(CorsConfiguration.CorsRules, { expose_headers = ExposedHeaders, max_age_seconds = MaxAge })
    lifecycle_rule = block(LifecycleConfiguration.Rules, {
      enabled                                = enum(Status, { true = "Enabled", false = "Disabled" })
      abort_incomplete_multipart_upload_days = AbortIncompleteMultipartUpload.DaysAfterInitiation
      tags                                   = TagFilters
      expiration = inline({
        date                         = ExpirationDate
        days                         = ExpirationInDays
        expired_object_delete_marker = ExpiredObjectDeleteMarker
      })
      noncurrent_version_expiration = block(NoncurrentVersionExpiration, { days = NoncurrentDays })
      noncurrent_version_transition = block(NoncurrentVersionTransitions, { days = TransitionInDays })
      transition                    = block(Transitions, { date = TransitionDate, days = TransitionInDays })
    })
    logging                   = block(LoggingConfiguration, { target_bucket = DestinationBucketName, target_prefix = LogFilePrefix })
    object_lock_configuration = block(ObjectLockConfiguration, {})
    replication_configuration = block(ReplicationConfiguration, {
      rules = {
        delete_marker_replication_status = DeleteMarkerReplication.Status
        destination = {
          account_id         = Account
          replica_kms_key_id = EncryptionConfiguration.ReplicaKmsKeyID
          metrics            = { minutes = EventThreshold.Minutes }
          replication_time   = { minutes = Time.Minutes }
        }
        filter = { tags = And.TagFilters }
        source_selection_criteria = {
          sse_kms_encrypted_objects = { enabled = enum(Status, { true = "Enabled", false = "Disabled" }) }
        }
      }
    })
    server_side_encryption_configuration = inline({
      rule = block(BucketEncryption.ServerSideEncryptionConfiguration, {
        apply_server_side_encryption_by_default = ServerSideEncryptionByDefault
      })
    })
    versioning = inline({
      enabled    = enum(VersioningConfiguration.Status, { true = "Enabled", false = null })
      mfa_delete = assume(false, "CloudFormation cannot turn on deletion with a second factor")
    })
    website = inline({
      index_document           = WebsiteConfiguration.IndexDocument
      error_document           = WebsiteConfiguration.ErrorDocument
      redirect_all_requests_to = WebsiteConfiguration.RedirectAllRequestsTo.HostName
      routing_rules            = json(WebsiteConfiguration.RoutingRules)
    })

    refer "bucket"                      { ref = true }
    refer "arn"                         { attribute = "Arn" }
    refer "bucket_domain_name"          { attribute = "DomainName" }
    refer "bucket_regional_domain_name" { attribute = "RegionalDomainName" }
    refer "website_endpoint"            { value = select(2, split("/", attribute("WebsiteURL"))) }
    refer "bucket_region"               { value = region }
    refer "region"                      { value = region }

    split_into "AWS::S3::BucketPolicy" "Policy" {
      policy = PolicyDocument
      set    = { Bucket = parent }
    }
  }
}
