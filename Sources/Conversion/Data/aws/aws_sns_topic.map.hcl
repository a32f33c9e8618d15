mapping "aws_sns_topic" {
  cloudformation "AWS::SNS::Topic" {
    name            = TopicName
    name_prefix     = drop("CloudFormation completes names by itself")
    delivery_policy = drop("CloudFormation has delivery policies for single subscriptions only")

    application_failure_feedback_role_arn    = "DeliveryStatusLogging[Protocol=application].FailureFeedbackRoleArn"
    application_success_feedback_role_arn    = "DeliveryStatusLogging[Protocol=application].SuccessFeedbackRoleArn"
    application_success_feedback_sample_rate = "DeliveryStatusLogging[Protocol=application].SuccessFeedbackSampleRate"
    firehose_failure_feedback_role_arn       = "DeliveryStatusLogging[Protocol=firehose].FailureFeedbackRoleArn"
    firehose_success_feedback_role_arn       = "DeliveryStatusLogging[Protocol=firehose].SuccessFeedbackRoleArn"
    firehose_success_feedback_sample_rate    = "DeliveryStatusLogging[Protocol=firehose].SuccessFeedbackSampleRate"
    http_failure_feedback_role_arn           = "DeliveryStatusLogging[Protocol=http/s].FailureFeedbackRoleArn"
    http_success_feedback_role_arn           = "DeliveryStatusLogging[Protocol=http/s].SuccessFeedbackRoleArn"
    http_success_feedback_sample_rate        = "DeliveryStatusLogging[Protocol=http/s].SuccessFeedbackSampleRate"
    lambda_failure_feedback_role_arn         = "DeliveryStatusLogging[Protocol=lambda].FailureFeedbackRoleArn"
    lambda_success_feedback_role_arn         = "DeliveryStatusLogging[Protocol=lambda].SuccessFeedbackRoleArn"
    lambda_success_feedback_sample_rate      = "DeliveryStatusLogging[Protocol=lambda].SuccessFeedbackSampleRate"
    sqs_failure_feedback_role_arn            = "DeliveryStatusLogging[Protocol=sqs].FailureFeedbackRoleArn"
    sqs_success_feedback_role_arn            = "DeliveryStatusLogging[Protocol=sqs].SuccessFeedbackRoleArn"
    sqs_success_feedback_sample_rate         = "DeliveryStatusLogging[Protocol=sqs].SuccessFeedbackSampleRate"

    refer "arn"  { ref = true }
    refer "name" { attribute = "TopicName" }

    split_into "AWS::SNS::TopicPolicy" "Policy" {
      policy = PolicyDocument
      set    = { Topics = [parent] }
    }
  }
}
