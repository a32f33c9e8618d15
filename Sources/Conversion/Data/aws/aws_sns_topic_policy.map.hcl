mapping "aws_sns_topic_policy" {
  cloudformation "AWS::SNS::TopicPolicy" {
    arn    = Topics
    policy = PolicyDocument
  }
}
