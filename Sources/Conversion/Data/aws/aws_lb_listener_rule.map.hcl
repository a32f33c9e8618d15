mapping "aws_lb_listener_rule" {
  cloudformation "AWS::ElasticLoadBalancingV2::ListenerRule" {
    tags = drop("CloudFormation does not tag listener rules")
    action = {
      authenticate_cognito = AuthenticateCognitoConfig
      authenticate_oidc    = AuthenticateOidcConfig
      fixed_response       = FixedResponseConfig
      redirect             = RedirectConfig
      jwt_validation       = block(JwtValidationConfig, { additional_claim = AdditionalClaims })
      forward = block(ForwardConfig, {
        stickiness   = block(TargetGroupStickinessConfig, { duration = DurationSeconds })
        target_group = block(TargetGroups, { arn = TargetGroupArn })
      })
    }
    condition = {
      host_header         = [HostHeaderConfig, constant(Field, "host-header")]
      http_header         = [block(HttpHeaderConfig, {}), constant(Field, "http-header")]
      http_request_method = [HttpRequestMethodConfig, constant(Field, "http-request-method")]
      path_pattern        = [PathPatternConfig, constant(Field, "path-pattern")]
      query_string        = [QueryStringConfig.Values, constant(Field, "query-string")]
      source_ip           = [SourceIpConfig, constant(Field, "source-ip")]
    }

    refer "arn" { ref = true }
  }
}
