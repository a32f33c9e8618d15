mapping "aws_lb_listener" {
  cloudformation "AWS::ElasticLoadBalancingV2::Listener" {
    certificate_arn = "Certificates[0].CertificateArn"
    tags            = drop("CloudFormation does not tag listeners")
    default_action = {
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

    routing_http_request_x_amzn_mtls_clientcert_header_name               = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert.header_name].Value"
    routing_http_request_x_amzn_mtls_clientcert_issuer_header_name        = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert_issuer.header_name].Value"
    routing_http_request_x_amzn_mtls_clientcert_leaf_header_name          = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert_leaf.header_name].Value"
    routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name].Value"
    routing_http_request_x_amzn_mtls_clientcert_subject_header_name       = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert_subject.header_name].Value"
    routing_http_request_x_amzn_mtls_clientcert_validity_header_name      = "ListenerAttributes[Key=routing.http.request.x_amzn_mtls_clientcert_validity.header_name].Value"
    routing_http_request_x_amzn_tls_cipher_suite_header_name              = "ListenerAttributes[Key=routing.http.request.x_amzn_tls_cipher_suite.header_name].Value"
    routing_http_request_x_amzn_tls_version_header_name                   = "ListenerAttributes[Key=routing.http.request.x_amzn_tls_version.header_name].Value"
    routing_http_response_access_control_allow_credentials_header_value   = "ListenerAttributes[Key=routing.http.response.access_control_allow_credentials.header_value].Value"
    routing_http_response_access_control_allow_headers_header_value       = "ListenerAttributes[Key=routing.http.response.access_control_allow_headers.header_value].Value"
    routing_http_response_access_control_allow_methods_header_value       = "ListenerAttributes[Key=routing.http.response.access_control_allow_methods.header_value].Value"
    routing_http_response_access_control_allow_origin_header_value        = "ListenerAttributes[Key=routing.http.response.access_control_allow_origin.header_value].Value"
    routing_http_response_access_control_expose_headers_header_value      = "ListenerAttributes[Key=routing.http.response.access_control_expose_headers.header_value].Value"
    routing_http_response_access_control_max_age_header_value             = "ListenerAttributes[Key=routing.http.response.access_control_max_age.header_value].Value"
    routing_http_response_content_security_policy_header_value            = "ListenerAttributes[Key=routing.http.response.content_security_policy.header_value].Value"
    routing_http_response_server_enabled                                  = "ListenerAttributes[Key=routing.http.response.server.enabled].Value"
    routing_http_response_strict_transport_security_header_value          = "ListenerAttributes[Key=routing.http.response.strict_transport_security.header_value].Value"
    routing_http_response_x_content_type_options_header_value             = "ListenerAttributes[Key=routing.http.response.x_content_type_options.header_value].Value"
    routing_http_response_x_frame_options_header_value                    = "ListenerAttributes[Key=routing.http.response.x_frame_options.header_value].Value"
    tcp_idle_timeout_seconds                                              = "ListenerAttributes[Key=tcp.idle_timeout.seconds].Value"

    refer "arn" { ref = true }
  }
}
