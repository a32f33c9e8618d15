mapping "aws_rds_cluster_instance" {
  cloudformation "AWS::RDS::DBInstance" {
    cluster_identifier           = DBClusterIdentifier
    identifier                   = DBInstanceIdentifier
    identifier_prefix            = drop("CloudFormation completes names by itself")
    instance_class               = DBInstanceClass
    ca_cert_identifier           = CACertificateIdentifier
    performance_insights_enabled = EnablePerformanceInsights
    apply_immediately            = ignore("when Terraform makes a change")
    force_destroy                = ignore("how Terraform deletes the instance")

    refer "identifier"      { ref = true }
    refer "arn"             { attribute = "DBInstanceArn" }
    refer "dbi_resource_id" { attribute = "DbiResourceId" }
    refer "endpoint"        { attribute = "Endpoint.Address" }
    refer "port"            { attribute = "Endpoint.Port" }
  }
}
