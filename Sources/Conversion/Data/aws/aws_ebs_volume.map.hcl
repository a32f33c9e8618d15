mapping "aws_ebs_volume" {
  cloudformation "AWS::EC2::Volume" {
    type           = VolumeType
    final_snapshot = policy(DeletionPolicy, { true = "Snapshot", false = "Delete" })

    refer "arn" { sub = "arn:${partition}:ec2:${region}:${account}:volume/${ref}" }
  }
}
