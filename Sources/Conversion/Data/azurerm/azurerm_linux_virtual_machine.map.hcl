mapping "azurerm_linux_virtual_machine" {
  arm "Microsoft.Compute/virtualMachines 2024-03-01" {
    under   = properties

    admin_password                                         = osProfile.adminPassword
    admin_username                                         = osProfile.adminUsername
    allow_extension_operations                             = osProfile.allowExtensionOperations
    availability_set_id                                    = availabilitySet.id
    bypass_platform_safety_checks_on_user_schedule_enabled = osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.bypassPlatformSafetyChecksOnUserSchedule
    capacity_reservation_group_id                          = capacityReservation.capacityReservationGroup.id
    computer_name                                          = osProfile.computerName
    custom_data                                            = osProfile.customData
    dedicated_host_group_id                                = hostGroup.id
    dedicated_host_id                                      = host.id
    disable_password_authentication                        = osProfile.linuxConfiguration.disablePasswordAuthentication
    disk_controller_type                                   = storageProfile.diskControllerType
    edge_zone                                              = root.extendedLocation.name
    encryption_at_host_enabled                             = securityProfile.encryptionAtHost
    max_bid_price                                          = billingProfile.maxPrice
    network_interface_ids                                  = wrap(networkProfile.networkInterfaces, "id")
    os_managed_disk_id                                     = drop("an existing disk as system disk is not carried")
    patch_assessment_mode                                  = osProfile.linuxConfiguration.patchSettings.assessmentMode
    patch_mode                                             = osProfile.linuxConfiguration.patchSettings.patchMode
    provision_vm_agent                                     = osProfile.linuxConfiguration.provisionVMAgent
    proximity_placement_group_id                           = proximityPlacementGroup.id
    reboot_setting                                         = osProfile.linuxConfiguration.patchSettings.automaticByPlatformSettings.rebootSetting
    secure_boot_enabled                                    = securityProfile.uefiSettings.secureBootEnabled
    size                                                   = hardwareProfile.vmSize
    source_image_id                                        = storageProfile.imageReference.id
    virtual_machine_scale_set_id                           = virtualMachineScaleSet.id
    vm_agent_platform_updates_enabled                      = osProfile.linuxConfiguration.enableVMAgentPlatformUpdates
    vtpm_enabled                                           = securityProfile.uefiSettings.vTpmEnabled
    zone                                                   = root.zones
    admin_ssh_key                                          = block(osProfile.linuxConfiguration.ssh.publicKeys, {
      public_key = keyData
      username   = prefix(suffix(path, "/.ssh/authorized_keys"), "/home/")
    })
    boot_diagnostics                                       = block(diagnosticsProfile.bootDiagnostics, {
      storage_account_uri = storageUri
    })
    gallery_application                                    = block(applicationProfile.galleryApplications, {
      automatic_upgrade_enabled                   = enableAutomaticUpgrade
      configuration_blob_uri                      = configurationReference
      treat_failure_as_deployment_failure_enabled = treatFailureAsDeploymentFailure
      version_id                                  = packageReferenceId
    })
    os_disk                                                = block(storageProfile.osDisk, {
      disk_encryption_set_id           = managedDisk.diskEncryptionSet.id
      secure_vm_disk_encryption_set_id = managedDisk.securityProfile.diskEncryptionSet.id
      security_encryption_type         = managedDisk.securityProfile.securityEncryptionType
      storage_account_type             = managedDisk.storageAccountType
    })
    os_image_notification                                  = block(scheduledEventsProfile.osImageNotificationProfile, {
      timeout = notBeforeTimeout
    })
    plan                                                   = block(root.plan, {})
    secret                                                 = block(osProfile.secrets, {
      key_vault_id = sourceVault.id
      certificate  = block(vaultCertificates, {
        url   = certificateUrl
      })
    })
    source_image_reference                                 = block(storageProfile.imageReference, {})
    termination_notification                               = block(scheduledEventsProfile.terminateNotificationProfile, {
      enabled = enable
      timeout = notBeforeTimeout
    })

    set     = { "storageProfile.osDisk.createOption" = "FromImage" }
    default = { "osProfile.computerName" = self.name, "osProfile.linuxConfiguration.disablePasswordAuthentication" = true }
  }
}
