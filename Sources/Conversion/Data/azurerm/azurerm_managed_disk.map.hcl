mapping "azurerm_managed_disk" {
  arm "Microsoft.Compute/disks 2023-04-02" {
    under   = properties

    create_option                     = creationData.createOption
    disk_encryption_set_id            = encryption.diskEncryptionSetId
    edge_zone                         = root.extendedLocation.name
    gallery_image_reference_id        = creationData.galleryImageReference.id
    image_reference_id                = creationData.imageReference.id
    logical_sector_size               = creationData.logicalSectorSize
    on_demand_bursting_enabled        = burstingEnabled
    optimized_frequent_attach_enabled = optimizedForFrequentAttach
    performance_plus_enabled          = creationData.performancePlus
    public_network_access_enabled     = enum(publicNetworkAccess, { true = "Enabled", false = "Disabled" })
    secure_vm_disk_encryption_set_id  = securityProfile.secureVMDiskEncryptionSetId
    security_type                     = securityProfile.securityType
    source_resource_id                = creationData.sourceResourceId
    source_uri                        = creationData.sourceUri
    storage_account_id                = creationData.storageAccountId
    storage_account_type              = root.sku.name
    trusted_launch_enabled            = when_true(securityProfile.securityType, "TrustedLaunch")
    upload_size_bytes                 = creationData.uploadSizeBytes
    zone                              = root.zones
    encryption_settings               = block(encryptionSettingsCollection.encryptionSettings, {
      disk_encryption_key = block(diskEncryptionKey, {
        source_vault_id = sourceVault.id
      })
      key_encryption_key  = block(keyEncryptionKey, {
        source_vault_id = sourceVault.id
      })
    })
  }
}
