mapping "aws_db_parameter_group" {
  cloudformation "AWS::RDS::DBParameterGroup" {
    name         = DBParameterGroupName
    name_prefix  = drop("CloudFormation completes names by itself")
    skip_destroy = ignore("what Terraform leaves behind when the resource is removed")
    parameter    = keyed(Parameters, "name", "value")

    default = { Description = "Managed by Terraform" }

    refer "name" { ref = true }
  }
}
