mapping "aws_lambda_alias" {
  cloudformation "AWS::Lambda::Alias" {
    routing_config = { additional_version_weights = pairs(AdditionalVersionWeights, "FunctionVersion", "FunctionWeight") }

    refer "arn" { ref = true }
  }
}
