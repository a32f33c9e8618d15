mapping "aws_apigatewayv2_stage" {
  cloudformation "AWS::ApiGatewayV2::Stage" {
    name           = StageName
    route_settings = keyed(RouteSettings, "route_key")

    refer "name"       { ref = true }
    refer "id"         { ref = true }
    refer "invoke_url" { sub = "https://${property(ApiId)}.execute-api.${region}.${url_suffix}/${property(StageName)}" }
    refer "arn"        { sub = "arn:${partition}:apigateway:${region}::/apis/${property(ApiId)}/stages/${property(StageName)}" }
    refer "execution_arn" {
      sub = "arn:${partition}:execute-api:${region}:${account}:${property(ApiId)}/${property(StageName)}"
    }
  }
}
