mapping "aws_db_subnet_group" {
  cloudformation "AWS::RDS::DBSubnetGroup" {
    name        = DBSubnetGroupName
    name_prefix = drop("CloudFormation completes names by itself")
    description = DBSubnetGroupDescription

    default = { DBSubnetGroupDescription = "Managed by Terraform" }

    refer "name" { ref = true }
    refer "arn"  { sub = "arn:${partition}:rds:${region}:${account}:subgrp:${ref}" }
  }
}
