mapping "aws_rds_cluster_parameter_group" {
  cloudformation "AWS::RDS::DBClusterParameterGroup" {
    name         = DBClusterParameterGroupName
    name_prefix  = drop("CloudFormation completes names by itself")
    parameter    = keyed(Parameters, "name", "value")

    default = { Description = "Managed by Terraform" }

    refer "name" { ref = true }
  }
}
