mapping "aws_sqs_queue" {
  cloudformation "AWS::SQS::Queue" {
    name                       = QueueName
    name_prefix                = drop("CloudFormation completes names by itself")
    max_message_size           = MaximumMessageSize
    message_retention_seconds  = MessageRetentionPeriod
    receive_wait_time_seconds  = ReceiveMessageWaitTimeSeconds
    visibility_timeout_seconds = VisibilityTimeout

    refer "url"  { ref = true }
    refer "arn"  { attribute = "Arn" }
    refer "name" { attribute = "QueueName" }

    split_into "AWS::SQS::QueuePolicy" "Policy" {
      policy = PolicyDocument
      set    = { Queues = [parent] }
    }
  }
}
