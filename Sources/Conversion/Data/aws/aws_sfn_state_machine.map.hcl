mapping "aws_sfn_state_machine" {
  cloudformation "AWS::StepFunctions::StateMachine" {
    name        = StateMachineName
    name_prefix = drop("CloudFormation completes names by itself")
    type        = StateMachineType
    definition  = DefinitionString
    logging_configuration = {
      log_destination = "Destinations[0].CloudWatchLogsLogGroup.LogGroupArn"
    }

    refer "arn"         { ref = true }
    refer "name"        { attribute = "Name" }
    refer "revision_id" { attribute = "StateMachineRevisionId" }

    split_into "AWS::StepFunctions::StateMachineVersion" "Version" {
      when    = self.publish == true
      publish = ignore("the version says it")
      set     = { StateMachineArn = parent, StateMachineRevisionId = parent_attribute("StateMachineRevisionId") }
    }
  }
}
