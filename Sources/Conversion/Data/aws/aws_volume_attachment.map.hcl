mapping "aws_volume_attachment" {
  cloudformation "AWS::EC2::VolumeAttachment" {
    device_name                    = Device
    force_detach                   = ignore("how Terraform deletes the attachment")
    skip_destroy                   = ignore("what Terraform leaves behind when the resource is removed")
    stop_instance_before_detaching = ignore("how Terraform deletes the attachment")
  }
}
