mapping "aws_sqs_queue_policy" {
  cloudformation "AWS::SQS::QueuePolicy" {
    queue_url = Queues
    policy    = PolicyDocument
  }
}
