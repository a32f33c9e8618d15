mapping "aws_lambda_function" {
  cloudformation "AWS::Lambda::Function" {
    filename           = artifact(Code)
    s3_bucket          = Code.S3Bucket
    s3_key             = Code.S3Key
    s3_object_version  = Code.S3ObjectVersion
    image_uri          = Code.ImageUri
    source_kms_key_arn = Code.SourceKMSKeyArn
    source_code_hash   = ignore("how Terraform sees that the code changed")
    code_sha256        = ignore("how Terraform sees that the code changed")

    durable_config     = { retention_period = RetentionPeriodInDays }
    file_system_config = FileSystemConfigs

    reserved_concurrent_executions = enum(ReservedConcurrentExecutions, { "-1" = null })

    publish_to                         = drop("CloudFormation publishes numbered versions only")
    replace_security_groups_on_destroy = ignore("how Terraform deletes the function")
    replacement_security_group_ids     = ignore("how Terraform deletes the function")
    skip_destroy                       = ignore("what Terraform leaves behind when the resource is removed")

    refer "function_name" { ref = true }
    refer "arn"           { attribute = "Arn" }
    refer "qualified_arn" { attribute = "Arn" }
    refer "invoke_arn" {
      sub = "arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${attribute("Arn")}/invocations"
    }

    split_into "AWS::Lambda::Version" "Version" {
      when    = self.publish == true
      publish = ignore("the version says it")
      set     = { FunctionName = parent }
    }
  }
}
