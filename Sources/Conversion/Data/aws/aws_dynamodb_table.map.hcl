mapping "aws_dynamodb_table" {
  cloudformation "AWS::DynamoDB::Table" {
    name             = TableName
    hash_key         = "KeySchema[KeyType=HASH].AttributeName"
    range_key        = "KeySchema[KeyType=RANGE].AttributeName"
    read_capacity    = ProvisionedThroughput.ReadCapacityUnits
    write_capacity   = ProvisionedThroughput.WriteCapacityUnits
    stream_enabled   = ignore("the view type turns the stream on")
    stream_view_type = StreamSpecification.StreamViewType
    attribute        = block(AttributeDefinitions, { name = AttributeName, type = AttributeType })
    ttl              = TimeToLiveSpecification
    point_in_time_recovery = block(PointInTimeRecoverySpecification, {
      enabled = PointInTimeRecoveryEnabled
    })
    server_side_encryption = block(SSESpecification, {
      enabled     = SSEEnabled
      kms_key_arn = [KMSMasterKeyId, constant(SSEType, "KMS")]
    })
    global_secondary_index = {
      name               = IndexName
      hash_key           = "KeySchema[KeyType=HASH].AttributeName"
      range_key          = "KeySchema[KeyType=RANGE].AttributeName"
      projection_type    = Projection.ProjectionType
      non_key_attributes = Projection.NonKeyAttributes
      read_capacity      = ProvisionedThroughput.ReadCapacityUnits
      write_capacity     = ProvisionedThroughput.WriteCapacityUnits
    }
    local_secondary_index = {
      name               = IndexName
      range_key          = "KeySchema[KeyType=RANGE].AttributeName"
      projection_type    = Projection.ProjectionType
      non_key_attributes = Projection.NonKeyAttributes
    }
    import_table = block(ImportSourceSpecification, {
      s3_bucket_source = { bucket = S3Bucket, bucket_owner = S3BucketOwner, key_prefix = S3KeyPrefix }
    })
    replica                  = drop("CloudFormation has another type for tables in several regions")
    global_table_witness     = drop("CloudFormation has another type for tables in several regions")
    restore_date_time        = drop("CloudFormation does not restore tables")
    restore_source_name      = drop("CloudFormation does not restore tables")
    restore_source_table_arn = drop("CloudFormation does not restore tables")
    restore_to_latest_time   = drop("CloudFormation does not restore tables")

    # A local index has the hash key of the table.
    default = { "LocalSecondaryIndexes[].KeySchema[KeyType=HASH].AttributeName" = self.hash_key }

    refer "name"       { ref = true }
    refer "arn"        { attribute = "Arn" }
    refer "stream_arn" { attribute = "StreamArn" }
  }
}
