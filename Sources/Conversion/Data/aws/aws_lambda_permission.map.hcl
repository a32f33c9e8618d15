mapping "aws_lambda_permission" {
  cloudformation "AWS::Lambda::Permission" {
    statement_id        = ignore("CloudFormation names statements by itself")
    statement_id_prefix = ignore("CloudFormation names statements by itself")
    qualifier           = drop("CloudFormation takes the qualifier as part of the function's name")
  }
}
