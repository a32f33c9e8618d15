mapping "aws_db_instance" {
  cloudformation "AWS::RDS::DBInstance" {
    identifier                          = DBInstanceIdentifier
    identifier_prefix                   = drop("CloudFormation completes names by itself")
    instance_class                      = DBInstanceClass
    username                            = MasterUsername
    password                            = MasterUserPassword
    password_wo                         = MasterUserPassword
    password_wo_version                 = ignore("how Terraform sees that the password changed")
    master_user_secret_kms_key_id       = MasterUserSecret.KmsKeyId
    parameter_group_name                = DBParameterGroupName
    vpc_security_group_ids              = VPCSecurityGroups
    backup_window                       = PreferredBackupWindow
    maintenance_window                  = PreferredMaintenanceWindow
    ca_cert_identifier                  = CACertificateIdentifier
    iam_database_authentication_enabled = EnableIAMDatabaseAuthentication
    performance_insights_enabled        = EnablePerformanceInsights
    enabled_cloudwatch_logs_exports     = EnableCloudwatchLogsExports
    replicate_source_db                 = SourceDBInstanceIdentifier
    snapshot_identifier                 = DBSnapshotIdentifier
    skip_final_snapshot                 = policy(DeletionPolicy, { true = "Delete", false = "Snapshot" })
    final_snapshot_identifier           = drop("CloudFormation names the last snapshot itself")
    apply_immediately                   = ignore("when Terraform makes a change")
    allow_major_version_upgrade         = AllowMajorVersionUpgrade
    customer_owned_ip_enabled           = assume(false, "CloudFormation has no customer-owned addresses for databases")
    upgrade_storage_config              = ignore("what Terraform does with a replica's storage")
    blue_green_update                   = drop("CloudFormation does not switch between two databases on a change")
    s3_import                           = drop("CloudFormation cannot restore a database from files in a bucket")
    restore_to_point_in_time = inline({
      restore_time                             = RestoreTime
      source_db_instance_identifier            = SourceDBInstanceIdentifier
      source_db_instance_automated_backups_arn = SourceDBInstanceAutomatedBackupsArn
      source_dbi_resource_id                   = SourceDbiResourceId
      use_latest_restorable_time               = UseLatestRestorableTime
    })

    refer "id"                            { attribute = "DbiResourceId" }
    refer "identifier"                    { ref = true }
    refer "arn"                           { attribute = "DBInstanceArn" }
    refer "address"                       { attribute = "Endpoint.Address" }
    refer "port"                          { attribute = "Endpoint.Port" }
    refer "endpoint"                      { join = [":", attribute("Endpoint.Address"), attribute("Endpoint.Port")] }
    refer "hosted_zone_id"                { attribute = "Endpoint.HostedZoneId" }
    refer "resource_id"                   { attribute = "DbiResourceId" }
    refer "master_user_secret.secret_arn" { attribute = "MasterUserSecret.SecretArn" }
  }
}
