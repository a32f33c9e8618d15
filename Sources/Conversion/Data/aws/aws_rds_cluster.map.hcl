mapping "aws_rds_cluster" {
  cloudformation "AWS::RDS::DBCluster" {
    cluster_identifier                  = DBClusterIdentifier
    cluster_identifier_prefix           = drop("CloudFormation completes names by itself")
    master_username                     = MasterUsername
    master_password                     = MasterUserPassword
    master_password_wo                  = MasterUserPassword
    master_password_wo_version          = ignore("how Terraform sees that the password changed")
    master_user_secret_kms_key_id       = MasterUserSecret.KmsKeyId
    manage_master_user_password         = ManageMasterUserPassword
    iam_database_authentication_enabled = EnableIAMDatabaseAuthentication
    iam_roles                           = wrap(AssociatedRoles, "RoleArn")
    enabled_cloudwatch_logs_exports     = EnableCloudwatchLogsExports
    cluster_members                     = ignore("instances name their cluster")
    allow_major_version_upgrade         = ignore("what Terraform lets a change do")
    apply_immediately                   = ignore("when Terraform makes a change")
    ca_certificate_identifier           = drop("CloudFormation sets the certificate authority of instances only")
    skip_final_snapshot                 = policy(DeletionPolicy, { true = "Delete", false = "Snapshot" })
    final_snapshot_identifier           = drop("CloudFormation names the last snapshot itself")
    s3_import                           = drop("CloudFormation cannot restore a cluster from files in a bucket")
    restore_to_point_in_time = inline({
      source_cluster_identifier  = SourceDBClusterIdentifier
      source_cluster_resource_id = SourceDbClusterResourceId
      restore_to_time            = RestoreToTime
      restore_type               = RestoreType
      use_latest_restorable_time = UseLatestRestorableTime
    })

    refer "cluster_identifier"            { ref = true }
    refer "arn"                           { attribute = "DBClusterArn" }
    refer "cluster_resource_id"           { attribute = "DBClusterResourceId" }
    refer "endpoint"                      { attribute = "Endpoint.Address" }
    refer "reader_endpoint"               { attribute = "ReadEndpoint.Address" }
    refer "port"                          { attribute = "Endpoint.Port" }
    refer "master_user_secret.secret_arn" { attribute = "MasterUserSecret.SecretArn" }
  }
}
