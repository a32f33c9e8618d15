mapping "aws_lambda_event_source_mapping" {
  cloudformation "AWS::Lambda::EventSourceMapping" {
    destination_config           = { on_failure = { destination_arn = Destination } }
    filter_criteria              = { filter = Filters }
    source_access_configuration  = block(SourceAccessConfigurations, { uri = URI })
    starting_position_timestamp  = drop("CloudFormation counts in seconds, Terraform writes a date")
    self_managed_event_source    = drop("CloudFormation has the brokers as a list under another name")

    refer "arn"  { attribute = "EventSourceMappingArn" }
    refer "uuid" { ref = true }
  }
}
