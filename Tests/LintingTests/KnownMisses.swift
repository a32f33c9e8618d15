/// Cases in which we differ from another tool, each with the reason; the lists only shrink.
enum KnownMisses {
  static let checkov: [String: String] = [
    #"false CKV_AWS_20 checkov/CKV_AWS_20/graph_S3PublicACLRead aws_s3_bucket.public_read"#:
      "the address is declared twice, with and without an access control list",
    #"false CKV_AWS_24 checkov/CKV_AWS_24/example_SecurityGroupUnrestrictedIngress22 aws_security_group.pass_self2"#:
      "the rule is open to all addresses beside the group itself",
    #"false CKV_AWS_8 checkov/CKV_AWS_8/example_LaunchConfigurationEBSEncryption aws_instance.pass"#:
      "root_block_device has no snapshot_id in the schema",
    #"missed CKV_AWS_24 checkov/CKV_AWS_24/example_SecurityGroupUnrestrictedIngress22 aws_security_group.fail2"#:
      "from 0 to 0 over TCP is port 0 alone",
    #"missed CKV_AWS_24 checkov/CKV_AWS_24/example_SecurityGroupUnrestrictedIngress22 aws_security_group.not_self"#:
      "the rule lets nobody in",
    #"missed CKV_AWS_24 checkov/CKV_AWS_24/example_SecurityGroupUnrestrictedIngress22 aws_vpc_security_group_ingress_rule.fail2"#:
      "the rule has no source",
    #"missed CKV_AWS_3 checkov/CKV_AWS_3/example_EBSEncryption aws_ebs_volume.disabled"#:
      "`False` is a reference to nothing, not a value",
    #"missed CKV_AWS_45 checkov/CKV_AWS_45/example_LambdaEnvironmentCredentials aws_lambda_function.fail"#:
      "the keys are AWS's documented example values, which do not alarm",
    #"missed CKV_AWS_46 checkov/CKV_AWS_46/example_EC2Credentials aws_instance.fail"#:
      "the keys are AWS's documented example values, which do not alarm",
    #"missed CKV_AWS_46 checkov/CKV_AWS_46/example_EC2Credentials aws_launch_configuration.fail"#:
      "the keys are AWS's documented example values, which do not alarm",
    #"missed CKV_AWS_46 checkov/CKV_AWS_46/example_EC2Credentials aws_launch_template.fail"#:
      "the keys are AWS's documented example values, which do not alarm",
    #"missed CKV_AWS_64 checkov/CKV_AWS_64/dict_RedshiftClusterEncryption__test_failure aws_redshift_cluster.case"#:
      "the provider encrypts by default",
    #"missed CKV_AWS_8 checkov/CKV_AWS_8/example_LaunchConfigurationEBSEncryption aws_instance.fail"#:
      "`False` is a reference to nothing, not a value",
    #"missed CKV_AWS_88 checkov/CKV_AWS_88/example_EC2PublicIP_foreach module.s3_module["a"].aws_instance.poc_modules_foreach["key1"]"#:
      "for_each over a list is refused: one instance stands for both",
    #"missed CKV_AWS_88 checkov/CKV_AWS_88/example_EC2PublicIP_foreach module.s3_module["b"].aws_instance.poc_modules_foreach["key1"]"#:
      "for_each over a list is refused: one instance stands for both",
    #"missed CKV_AZURE_14 checkov/CKV_AZURE_14/example_AppServiceHTTPSOnly azurerm_app_service.fail"#:
      "azurerm_app_service is gone since version 4 of the provider",
    #"missed CKV_AZURE_44 checkov/CKV_AZURE_44/inline_StorageAccountMinimumTlsVersion__test_failure_option_not_present azurerm_storage_account.example"#:
      "the default has been TLS 1.2 since version 3 of the provider",
    #"missed CKV_AZURE_45 checkov/CKV_AZURE_45/example_VMCredsInCustomData azurerm_virtual_machine.secret"#:
      "a text of zeros is no secret",
    #"missed CKV_GCP_11 checkov/CKV_GCP_11/example_GoogleCloudSqlDatabasePubliclyAccessible google_sql_database_instance.instance4-fail"#:
      "the blocks come from a local value that is not declared",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_deployment.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_deployment.fail5"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_deployment_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_deployment_v1.fail5"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_pod.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_pod.fail5"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_pod_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_10 checkov/CKV_K8S_10/example_CPURequests kubernetes_pod_v1.fail5"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_12 checkov/CKV_K8S_12/example_MemoryLimits kubernetes_deployment.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_12 checkov/CKV_K8S_12/example_MemoryLimits kubernetes_deployment_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_12 checkov/CKV_K8S_12/example_MemoryLimits kubernetes_pod.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_12 checkov/CKV_K8S_12/example_MemoryLimits kubernetes_pod_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_13 checkov/CKV_K8S_13/example_MemoryRequests kubernetes_deployment.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_13 checkov/CKV_K8S_13/example_MemoryRequests kubernetes_deployment_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_13 checkov/CKV_K8S_13/example_MemoryRequests kubernetes_pod.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
    #"missed CKV_K8S_13 checkov/CKV_K8S_13/example_MemoryRequests kubernetes_pod_v1.fail2"#:
      "a pod without a spec or with a limit of the wrong type is refused by the provider",
  ]

  static let trivy: [String: String] = [
    #"missed AWS-0129 trivy/AWS-0129/terraform/bad_0"#:
      "the keys are AWS's documented example values, which do not alarm",
  ]
}
