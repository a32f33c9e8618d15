mapping "aws_apigatewayv2_integration" {
  cloudformation "AWS::ApiGatewayV2::Integration" {
    timeout_milliseconds = TimeoutInMillis
    response_parameters  = keyed(block(ResponseParameters, {
      mappings = pairs(ResponseParameters, "Destination", "Source")
    }), "status_code")

    # What Terraform assumes.
    default = { PayloadFormatVersion = "1.0" }
  }
}
