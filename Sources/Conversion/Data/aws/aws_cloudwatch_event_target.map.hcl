mapping "aws_cloudwatch_event_target" {
  cloudformation "AWS::Events::Rule" {
    merge_into     = rule
    under          = "Targets[]"
    target_id      = Id
    event_bus_name = ignore("the rule says it")
    force_destroy  = ignore("how Terraform deletes the target")

    appsync_target            = AppSyncParameters
    batch_target              = block(BatchParameters, { array_size = ArrayProperties.Size, job_attempts = RetryStrategy.Attempts })
    ecs_target                = EcsParameters
    http_target               = HttpParameters
    input_transformer         = block(InputTransformer, { input_paths = InputPathsMap })
    kinesis_target            = KinesisParameters
    redshift_target           = RedshiftDataParameters
    run_command_targets       = block(RunCommandParameters.RunCommandTargets, {})
    sagemaker_pipeline_target = SageMakerPipelineParameters
    sqs_target                = SqsParameters

    default = { Id = identifier }
  }
}
