mapping "aws_apigatewayv2_route" {
  cloudformation "AWS::ApiGatewayV2::Route" {
    request_parameter = keyed(RequestParameters, "request_parameter_key")
  }
}
