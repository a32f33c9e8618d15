mapping "aws_apigatewayv2_api" {
  cloudformation "AWS::ApiGatewayV2::Api" {
    refer "api_endpoint"  { attribute = "ApiEndpoint" }
    refer "arn"           { sub = "arn:${partition}:apigateway:${region}::/apis/${ref}" }
    refer "execution_arn" { sub = "arn:${partition}:execute-api:${region}:${account}:${ref}" }
  }
}
