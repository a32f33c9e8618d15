rule "aws-security-group-unattached" {
  summary     = "Nothing uses the security group"
  category    = "style"
  severity    = "low"
  tags        = ["network"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_5"] }

  resource "aws_security_group" {
    let = {
      places = [
        ["aws_instance", "vpc_security_group_ids"], ["aws_instance", "security_groups"], ["aws_launch_template", "vpc_security_group_ids"],
        ["aws_launch_template", "network_interfaces.security_groups"], ["aws_launch_configuration", "security_groups"],
        ["aws_spot_instance_request", "vpc_security_group_ids"], ["aws_network_interface", "security_groups"],
        ["aws_network_interface_sg_attachment", "security_group_id"], ["aws_lb", "security_groups"], ["aws_alb", "security_groups"],
        ["aws_elb", "security_groups"], ["aws_db_instance", "vpc_security_group_ids"], ["aws_rds_cluster", "vpc_security_group_ids"],
        ["aws_neptune_cluster", "vpc_security_group_ids"], ["aws_docdb_cluster", "vpc_security_group_ids"],
        ["aws_redshift_cluster", "vpc_security_group_ids"], ["aws_redshiftserverless_workgroup", "security_group_ids"],
        ["aws_lambda_function", "vpc_config.security_group_ids"], ["aws_ecs_service", "network_configuration.security_groups"],
        ["aws_eks_cluster", "vpc_config.security_group_ids"], ["aws_eks_node_group", "remote_access.source_security_group_ids"],
        ["aws_elasticache_cluster", "security_group_ids"], ["aws_elasticache_replication_group", "security_group_ids"],
        ["aws_elasticache_serverless_cache", "security_group_ids"], ["aws_memorydb_cluster", "security_group_ids"], ["aws_dax_cluster", "security_group_ids"],
        ["aws_efs_mount_target", "security_groups"], ["aws_fsx_lustre_file_system", "security_group_ids"],
        ["aws_fsx_ontap_file_system", "security_group_ids"], ["aws_fsx_openzfs_file_system", "security_group_ids"],
        ["aws_fsx_windows_file_system", "security_group_ids"], ["aws_vpc_endpoint", "security_group_ids"],
        ["aws_opensearch_domain", "vpc_options.security_group_ids"], ["aws_elasticsearch_domain", "vpc_options.security_group_ids"],
        ["aws_mq_broker", "security_groups"], ["aws_msk_cluster", "broker_node_group_info.security_groups"],
        ["aws_mwaa_environment", "network_configuration.security_group_ids"], ["aws_dms_replication_instance", "vpc_security_group_ids"],
        ["aws_codebuild_project", "vpc_config.security_group_ids"], ["aws_batch_compute_environment", "compute_resources.security_group_ids"],
        ["aws_apigatewayv2_vpc_link", "security_group_ids"], ["aws_apprunner_vpc_connector", "security_groups"],
        ["aws_emr_cluster", "ec2_attributes.emr_managed_master_security_group"], ["aws_emr_cluster", "ec2_attributes.emr_managed_slave_security_group"],
        ["aws_emr_cluster", "ec2_attributes.service_access_security_group"], ["aws_glue_dev_endpoint", "security_group_ids"],
        ["aws_route53_resolver_endpoint", "security_group_ids"], ["aws_sagemaker_notebook_instance", "security_groups"],
        ["aws_transfer_server", "endpoint_details.security_group_ids"], ["aws_ec2_client_vpn_endpoint", "security_group_ids"],
        ["aws_imagebuilder_infrastructure_configuration", "security_group_ids"], ["aws_cloudwatch_event_target", "ecs_target.network_configuration.security_groups"],
        ["aws_security_group", "ingress.security_groups"], ["aws_security_group", "egress.security_groups"],
        ["aws_security_group_rule", "source_security_group_id"], ["aws_vpc_security_group_ingress_rule", "referenced_security_group_id"],
        ["aws_vpc_security_group_egress_rule", "referenced_security_group_id"],
      ]
    }
    require = any([for p in places : any([for r in related(p[0], p[1]) : true])])
    at      = self
  }

  why  = "An unused group is kept for fear that something needs it, and one day its open rules are given to something."
  help = "Remove the group, or name it where it belongs."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"]

  example "reported" {
    flagged = <<-TF
      resource "aws_security_group" "old" {
        name = "old"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_security_group" "web" {
        name = "web"
      }

      resource "aws_instance" "web" {
        ami                    = "ami-0a1b2c3d"
        instance_type          = "m6g.large"
        vpc_security_group_ids = [aws_security_group.web.id]
      }
    TF
  }
}
