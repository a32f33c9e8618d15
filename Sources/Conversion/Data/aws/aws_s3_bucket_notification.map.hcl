mapping "aws_s3_bucket_notification" {
  cloudformation "AWS::S3::Bucket" {
    merge_into  = bucket
    under       = NotificationConfiguration
    eventbridge = EventBridgeConfiguration.EventBridgeEnabled

    lambda_function = fan_out(LambdaConfigurations, { events = Event }, {
      id                  = ignore("a name that only Terraform sees")
      lambda_function_arn = Function
      filter_prefix       = "Filter.S3Key.Rules[Name=prefix].Value"
      filter_suffix       = "Filter.S3Key.Rules[Name=suffix].Value"
    })
    queue = fan_out(QueueConfigurations, { events = Event }, {
      id            = ignore("a name that only Terraform sees")
      queue_arn     = Queue
      filter_prefix = "Filter.S3Key.Rules[Name=prefix].Value"
      filter_suffix = "Filter.S3Key.Rules[Name=suffix].Value"
    })
    topic = fan_out(TopicConfigurations, { events = Event }, {
      id            = ignore("a name that only Terraform sees")
      topic_arn     = Topic
      filter_prefix = "Filter.S3Key.Rules[Name=prefix].Value"
      filter_suffix = "Filter.S3Key.Rules[Name=suffix].Value"
    })
  }
}
