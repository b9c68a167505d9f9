package com.acme.ledger;

import java.util.List;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/** Isolated subnets for one region's cluster. */
class Network extends Construct {
    final CfnDBSubnetGroup subnets;

    Network(final Construct scope, final String id, final String cidr) {
        super(scope, id);

        Vpc vpc = Vpc.Builder.create(this, "Vpc")
            .ipAddresses(IpAddresses.cidr(cidr))
            .maxAzs(2)
            .subnetConfiguration(List.of(SubnetConfiguration.builder()
                .name("Database")
                .subnetType(SubnetType.PRIVATE_ISOLATED)
                .cidrMask(24)
                .build()))
            .build();
        subnets = CfnDBSubnetGroup.Builder.create(this, "Subnets")
            .dbSubnetGroupDescription("Subnets of the ledger")
            .subnetIds(vpc.getIsolatedSubnets().stream().map(ISubnet::getSubnetId).toList())
            .build();
    }
}
