// Written by scripts/generate-availability.js. Do not edit.

/** Instance classes that are not in all regions: masks as those of types, each over the regions of which the table has data. */
export const CLASSES_BY_REGIONS = [
  {
    type: 'AWS::EC2::Instance',
    path: 'InstanceType',
    regions: '1r4zlr7j',
    classes: `
yjbrt54|a1.2xlarge,a1.4xlarge,a1.large,a1.medium,a1.metal,a1.xlarge
1kqez6rs|c1.medium,c1.xlarge,m2.2xlarge,m2.4xlarge,m2.xlarge
1kqfd8hk|c3.2xlarge,c3.4xlarge,c3.8xlarge,c3.large,c3.xlarge,m3.2xlarge,m3.large,m3.medium,m3.xlarge
1mr4l6d4|c4.2xlarge,c4.4xlarge,c4.8xlarge,c4.large,c4.xlarge,m4.10xlarge,m4.16xlarge,m4.2xlarge,m4.4xlarge,m4.large,m4.xlarge,r4.16xlarge,r4.2xlarge,r4.4xlarge,r4.8xlarge,r4.large,r4.xlarge,t2.2xlarge,t2.large,t2.medium,t2.micro,t2.nano,t2.small,t2.xlarge
1qw3y4u3|c5.12xlarge,c5.18xlarge,c5.24xlarge,c5.2xlarge,c5.4xlarge,c5.9xlarge,c5.large,c5.metal,c5.xlarge,m5.12xlarge,m5.16xlarge,m5.24xlarge,m5.2xlarge,m5.4xlarge,m5.8xlarge,m5.large,m5.metal,m5.xlarge,m5d.12xlarge,m5d.16xlarge,m5d.24xlarge,m5d.2xlarge,m5d.4xlarge,m5d.8xlarge,m5d.large,m5d.metal,m5d.xlarge,r5.12xlarge,r5.16xlarge,r5.24xlarge,r5.2xlarge,r5.4xlarge,r5.8xlarge,r5.large,r5.metal,r5.xlarge
1qpak4t7|c5a.12xlarge,c5a.16xlarge,c5a.24xlarge,c5a.2xlarge,c5a.4xlarge,c5a.8xlarge,c5a.large,c5a.xlarge
z15jpxd|c5ad.12xlarge,c5ad.16xlarge,c5ad.24xlarge,c5ad.2xlarge,c5ad.4xlarge,c5ad.8xlarge,c5ad.large,c5ad.xlarge
1mwxq8s9|c5d.12xlarge,c5d.24xlarge,c5d.metal
1qw3wq9n|c5d.18xlarge,c5d.2xlarge,c5d.4xlarge,c5d.9xlarge,c5d.large,c5d.xlarge,i3.16xlarge,i3.2xlarge,i3.4xlarge,i3.8xlarge,i3.large,i3.xlarge,r5d.12xlarge,r5d.16xlarge,r5d.24xlarge,r5d.2xlarge,r5d.4xlarge,r5d.8xlarge,r5d.large,r5d.metal,r5d.xlarge
1qpabq7v|c5n.18xlarge,c5n.2xlarge,c5n.4xlarge,c5n.9xlarge,c5n.large,c5n.metal,c5n.xlarge
1etvy5l6|c6a.12xlarge,c6a.16xlarge,c6a.24xlarge,c6a.2xlarge,c6a.32xlarge,c6a.48xlarge,c6a.4xlarge,c6a.8xlarge,c6a.large,c6a.metal,c6a.xlarge
1qpdlpx5|c6gd.12xlarge,c6gd.16xlarge,c6gd.2xlarge,c6gd.4xlarge,c6gd.8xlarge,c6gd.large,c6gd.medium,c6gd.metal,c6gd.xlarge
1r0e5xmm|c6gn.12xlarge,c6gn.16xlarge,c6gn.2xlarge,c6gn.4xlarge,c6gn.8xlarge,c6gn.large,c6gn.medium,c6gn.xlarge
vlm36yo|c6gn.metal
1r0e5wxr|c6i.12xlarge,c6i.16xlarge,c6i.2xlarge,c6i.4xlarge,c6i.8xlarge,c6i.large,c6i.xlarge
1r0e5qm3|c6i.24xlarge,c6i.32xlarge,c6i.metal
17a1jzfg|c6id.12xlarge,c6id.16xlarge,c6id.24xlarge,c6id.2xlarge,c6id.32xlarge,c6id.4xlarge,c6id.8xlarge,c6id.large,c6id.metal,c6id.xlarge
1r4zirr3|c6in.12xlarge,c6in.16xlarge,c6in.24xlarge,c6in.2xlarge,c6in.32xlarge,c6in.4xlarge,c6in.8xlarge,c6in.large,c6in.metal,c6in.xlarge
1ecaw64o|c7a.12xlarge,c7a.16xlarge,c7a.24xlarge,c7a.2xlarge,c7a.32xlarge,c7a.48xlarge,c7a.4xlarge,c7a.8xlarge,c7a.large,c7a.medium,c7a.metal-48xl,c7a.xlarge
1r0js7i7|c7g.12xlarge,c7g.16xlarge,c7g.2xlarge,c7g.4xlarge,c7g.8xlarge,c7g.large,c7g.medium,c7g.metal,c7g.xlarge
1qpdg6t4|c7gd.12xlarge,c7gd.16xlarge,c7gd.2xlarge,c7gd.4xlarge,c7gd.8xlarge,c7gd.large,c7gd.medium,c7gd.metal,c7gd.xlarge
yjvfqq0|c7gn.12xlarge,c7gn.16xlarge,c7gn.2xlarge,c7gn.4xlarge,c7gn.8xlarge,c7gn.large,c7gn.medium,c7gn.metal,c7gn.xlarge
1n4p70m7|c7i-flex.12xlarge,c7i-flex.16xlarge,c7i-flex.2xlarge,c7i-flex.4xlarge,c7i-flex.8xlarge,c7i-flex.large,c7i-flex.xlarge
1r4zdbsv|c7i.12xlarge,c7i.16xlarge,c7i.24xlarge,c7i.2xlarge,c7i.48xlarge,c7i.4xlarge,c7i.8xlarge,c7i.large,c7i.metal-24xl,c7i.metal-48xl,c7i.xlarge,i3en.metal,m6gd.12xlarge,m6gd.16xlarge,m6gd.2xlarge,m6gd.4xlarge,m6gd.8xlarge,m6gd.large,m6gd.medium,m6gd.metal,m6gd.xlarge
yjgrl6w|c8a.12xlarge,c8a.16xlarge,c8a.24xlarge,c8a.2xlarge,c8a.48xlarge,c8a.4xlarge,c8a.8xlarge,c8a.large,c8a.medium,c8a.metal-24xl,c8a.metal-48xl,c8a.xlarge,r8ib.12xlarge,r8ib.16xlarge,r8ib.24xlarge,r8ib.2xlarge,r8ib.32xlarge,r8ib.48xlarge,r8ib.4xlarge,r8ib.8xlarge,r8ib.96xlarge,r8ib.large,r8ib.xlarge,r8idb.12xlarge,r8idb.16xlarge,r8idb.24xlarge,r8idb.2xlarge,r8idb.32xlarge,r8idb.48xlarge,r8idb.4xlarge,r8idb.8xlarge,r8idb.96xlarge,r8idb.large,r8idb.xlarge,r8idn.12xlarge,r8idn.16xlarge,r8idn.24xlarge,r8idn.2xlarge,r8idn.32xlarge,r8idn.48xlarge,r8idn.4xlarge,r8idn.8xlarge,r8idn.96xlarge,r8idn.large,r8idn.xlarge,r8in.12xlarge,r8in.16xlarge,r8in.24xlarge,r8in.2xlarge,r8in.32xlarge,r8in.48xlarge,r8in.4xlarge,r8in.8xlarge,r8in.96xlarge,r8in.large,r8in.xlarge
1qro58u7|c8g.12xlarge,c8g.16xlarge,c8g.24xlarge,c8g.2xlarge,c8g.48xlarge,c8g.4xlarge,c8g.8xlarge,c8g.large,c8g.medium,c8g.metal-24xl,c8g.metal-48xl,c8g.xlarge
wk0cwlc|c8gb.12xlarge,c8gb.16xlarge,c8gb.24xlarge,c8gb.2xlarge,c8gb.48xlarge,c8gb.4xlarge,c8gb.8xlarge,c8gb.large,c8gb.medium,c8gb.xlarge,c8ib.12xlarge,c8ib.16xlarge,c8ib.24xlarge,c8ib.2xlarge,c8ib.32xlarge,c8ib.48xlarge,c8ib.4xlarge,c8ib.8xlarge,c8ib.96xlarge,c8ib.large,c8ib.xlarge,dl1.24xlarge,m8idn.metal-48xl,m8idn.metal-96xl,m8ine.12xlarge,m8ine.2xlarge,m8ine.4xlarge,m8ine.8xlarge,m8ine.large,m8ine.xlarge,mac-m3ultra.metal,mac-m4max.metal,mac2-m1ultra.metal,r8gb.12xlarge,r8gb.16xlarge,r8gb.24xlarge,r8gb.2xlarge,r8gb.48xlarge,r8gb.4xlarge,r8gb.8xlarge,r8gb.large,r8gb.medium,r8gb.xlarge,r8gn.12xlarge,r8gn.16xlarge,r8gn.24xlarge,r8gn.2xlarge,r8gn.48xlarge,r8gn.4xlarge,r8gn.8xlarge,r8gn.large,r8gn.medium,r8gn.xlarge,u7in-32tb.224xlarge
zik0zk|c8gb.metal-24xl,c8gb.metal-48xl,c8gn.metal-24xl,c8gn.metal-48xl,c8ib.metal-48xl,c8ib.metal-96xl,m8gb.metal-24xl,m8gb.metal-48xl,m8gn.metal-24xl,m8gn.metal-48xl,m8ib.metal-48xl,m8ib.metal-96xl,m8idb.metal-48xl,m8idb.metal-96xl,m8in.metal-48xl,m8in.metal-96xl,r8gb.metal-24xl,r8gb.metal-48xl,r8gn.metal-24xl,r8gn.metal-48xl,r8ib.metal-48xl,r8ib.metal-96xl,r8idb.metal-48xl,r8idb.metal-96xl,r8idn.metal-48xl,r8idn.metal-96xl,r8in.metal-48xl,r8in.metal-96xl
z1s7qq0|c8gd.12xlarge,c8gd.16xlarge,c8gd.24xlarge,c8gd.2xlarge,c8gd.48xlarge,c8gd.4xlarge,c8gd.8xlarge,c8gd.large,c8gd.medium,c8gd.metal-24xl,c8gd.metal-48xl,c8gd.xlarge
1qtw1tjv|c8gn.12xlarge,c8gn.16xlarge,c8gn.24xlarge,c8gn.2xlarge,c8gn.4xlarge,c8gn.8xlarge,c8gn.large,c8gn.medium,c8gn.xlarge
1ezpdhp7|c8gn.48xlarge
1ev550pl|c8i-flex.12xlarge,c8i-flex.16xlarge,c8i-flex.2xlarge,c8i-flex.4xlarge,c8i-flex.8xlarge,c8i-flex.large,c8i-flex.xlarge
1ev6dyvt|c8i.12xlarge,c8i.16xlarge,c8i.24xlarge,c8i.2xlarge,c8i.32xlarge,c8i.48xlarge,c8i.4xlarge,c8i.8xlarge,c8i.96xlarge,c8i.large,c8i.metal-48xl,c8i.metal-96xl,c8i.xlarge
yj81npk|c8id.12xlarge,c8id.16xlarge,c8id.24xlarge,c8id.2xlarge,c8id.32xlarge,c8id.48xlarge,c8id.4xlarge,c8id.8xlarge,c8id.96xlarge,c8id.large,c8id.metal-48xl,c8id.metal-96xl,c8id.xlarge
yjgroy0|c8in.12xlarge,c8in.16xlarge,c8in.24xlarge,c8in.2xlarge,c8in.32xlarge,c8in.48xlarge,c8in.4xlarge,c8in.8xlarge,c8in.96xlarge,c8in.large,c8in.xlarge
wk0cwlk|c8in.metal-48xl,c8in.metal-96xl
wk0o554|c8ine.12xlarge,c8ine.2xlarge,c8ine.4xlarge,c8ine.8xlarge,c8ine.large,c8ine.xlarge
yj1s740|c9g.12xlarge,c9g.16xlarge,c9g.24xlarge,c9g.2xlarge,c9g.48xlarge,c9g.4xlarge,c9g.8xlarge,c9g.large,c9g.medium,c9g.metal-48xl,c9g.xlarge,c9gd.12xlarge,c9gd.16xlarge,c9gd.24xlarge,c9gd.2xlarge,c9gd.48xlarge,c9gd.4xlarge,c9gd.8xlarge,c9gd.large,c9gd.medium,c9gd.metal-48xl,c9gd.xlarge,m9g.12xlarge,m9g.16xlarge,m9g.24xlarge,m9g.2xlarge,m9g.48xlarge,m9g.4xlarge,m9g.8xlarge,m9g.large,m9g.medium,m9g.metal-48xl,m9g.xlarge,m9gd.12xlarge,m9gd.16xlarge,m9gd.24xlarge,m9gd.2xlarge,m9gd.48xlarge,m9gd.4xlarge,m9gd.8xlarge,m9gd.large,m9gd.medium,m9gd.metal-48xl,m9gd.xlarge
14gespvs|cc2.8xlarge
wkachzc|cr1.8xlarge,vt1.24xlarge,vt1.3xlarge,vt1.6xlarge
1qpak4u3|d2.2xlarge,d2.4xlarge,d2.8xlarge,d2.xlarge,g4dn.12xlarge,g4dn.16xlarge,g4dn.2xlarge,g4dn.4xlarge,g4dn.8xlarge,g4dn.xlarge,inf1.24xlarge,inf1.2xlarge,inf1.xlarge
16jcpirs|d3.2xlarge
16jcpiso|d3.4xlarge,d3.8xlarge,d3.xlarge
wkanrxk|d3en.12xlarge,d3en.2xlarge,d3en.4xlarge,d3en.6xlarge,d3en.8xlarge,d3en.xlarge
w|d3en.large
vki445c|dl2q.24xlarge
14gesq9s|f1.16xlarge
14gz35kw|f1.2xlarge,f1.4xlarge
wkko1lk|f2.12xlarge,f2.48xlarge,f2.6xlarge
1cuax0k8|g2.2xlarge
1cuau7fc|g2.8xlarge
1m8975zs|g3.16xlarge,g3.4xlarge,g3.8xlarge
16g0a0pk|g3s.xlarge
yjvrojs|g4ad.16xlarge,g4ad.2xlarge,g4ad.4xlarge,g4ad.8xlarge,g4ad.xlarge
1mr8c0vv|g4dn.metal
z9l7ja2|g5.12xlarge,g5.16xlarge,g5.24xlarge,g5.2xlarge,g5.48xlarge,g5.4xlarge,g5.8xlarge,g5.xlarge
wk5ny1k|g5g.16xlarge,g5g.2xlarge,g5g.4xlarge,g5g.8xlarge,g5g.xlarge
wk5nyu0|g5g.metal
1b1admu0|g6.12xlarge,g6.16xlarge,g6.24xlarge,g6.2xlarge,g6.48xlarge,g6.4xlarge,g6.8xlarge,g6.xlarge
ynnugag|g6e.12xlarge,g6e.16xlarge,g6e.24xlarge,g6e.2xlarge,g6e.48xlarge,g6e.4xlarge,g6e.8xlarge,g6e.xlarge
z1jauzc|g6f.2xlarge,g6f.4xlarge,g6f.large,g6f.xlarge,gr6f.4xlarge
yj6gr9c|g7.12xlarge,g7.24xlarge,g7.2xlarge,g7.48xlarge,g7.4xlarge,g7.8xlarge
yjs04t4|g7e.12xlarge,g7e.24xlarge,g7e.2xlarge,g7e.48xlarge,g7e.4xlarge,g7e.8xlarge
1awuk4m0|gr6.4xlarge,gr6.8xlarge
yjbgjy8|h1.16xlarge,h1.2xlarge,h1.4xlarge,h1.8xlarge,x2gd.12xlarge,x2gd.16xlarge,x2gd.2xlarge,x2gd.4xlarge,x2gd.8xlarge,x2gd.large,x2gd.medium,x2gd.metal,x2gd.xlarge
dt91clc|hpc6a.48xlarge
9warlkw|hpc6id.32xlarge
9wkra4g|hpc7a.12xlarge,hpc7a.24xlarge,hpc7a.48xlarge,hpc7a.96xlarge
8vwzua0|hpc7g.16xlarge,hpc7g.4xlarge,hpc7g.8xlarge
9v6t820|hpc8a.96xlarge
14gesqh4|hs1.8xlarge
1mpghahk|i2.2xlarge,i2.4xlarge,i2.xlarge
1mpgmwrc|i2.8xlarge
1ec4nfq0|i2.large
1qpabpff|i3.metal
7w4g7wg|i3p.16xlarge
z12rabk|i4g.16xlarge,i4g.2xlarge,i4g.4xlarge,i4g.8xlarge,i4g.large,i4g.xlarge
1r2rp05b|i4i.12xlarge,i4i.24xlarge
1r4ziy2n|i4i.metal
1qw3q58b|i7i.12xlarge,i7i.16xlarge,i7i.24xlarge,i7i.2xlarge,i7i.48xlarge,i7i.4xlarge,i7i.8xlarge,i7i.large,i7i.metal-24xl,i7i.metal-48xl,i7i.xlarge
1qybvbob|i7ie.12xlarge,i7ie.18xlarge,i7ie.24xlarge,i7ie.2xlarge,i7ie.3xlarge,i7ie.48xlarge,i7ie.6xlarge,i7ie.large,i7ie.metal-24xl,i7ie.metal-48xl,i7ie.xlarge
1ax3x6rc|i8g.12xlarge,i8g.16xlarge,i8g.24xlarge,i8g.2xlarge,i8g.4xlarge,i8g.8xlarge,i8g.large,i8g.metal-24xl,i8g.xlarge
1ax3ly7s|i8g.48xlarge
1awjxzzs|i8g.metal-48xl
1af7nska|i8ge.12xlarge,i8ge.18xlarge,i8ge.24xlarge,i8ge.2xlarge,i8ge.3xlarge,i8ge.48xlarge,i8ge.6xlarge,i8ge.large,i8ge.metal-24xl,i8ge.metal-48xl,i8ge.xlarge
yl77rrc|im4gn.16xlarge,im4gn.2xlarge,im4gn.4xlarge,im4gn.8xlarge,im4gn.large,im4gn.xlarge
1qpak4u2|inf1.6xlarge
z2s8c3s|inf2.24xlarge,inf2.48xlarge,inf2.8xlarge
z2s8c48|inf2.xlarge
ykzq2q0|is4gen.2xlarge,is4gen.4xlarge,is4gen.8xlarge,is4gen.large,is4gen.medium,is4gen.xlarge
1kqf1zwo|m1.large,m1.medium,m1.small,m1.xlarge,t1.micro
1qp9b6mw|m5a.12xlarge,m5a.16xlarge,m5a.24xlarge,m5a.2xlarge,m5a.4xlarge,m5a.8xlarge,m5a.large,m5a.xlarge,r5a.12xlarge,r5a.16xlarge,r5a.24xlarge,r5a.2xlarge,r5a.4xlarge,r5a.8xlarge,r5a.large,r5a.xlarge
1mr4cqxk|m5ad.12xlarge,m5ad.16xlarge,m5ad.24xlarge,m5ad.2xlarge,m5ad.4xlarge,m5ad.8xlarge,m5ad.large,m5ad.xlarge,r5ad.12xlarge,r5ad.16xlarge,r5ad.24xlarge,r5ad.2xlarge,r5ad.4xlarge,r5ad.8xlarge,r5ad.large,r5ad.xlarge
1adig4js|m5dn.12xlarge,m5dn.16xlarge,m5dn.24xlarge,m5dn.2xlarge,m5dn.4xlarge,m5dn.8xlarge,m5dn.large,m5dn.metal,m5dn.xlarge,m5n.12xlarge,m5n.16xlarge,m5n.24xlarge,m5n.2xlarge,m5n.4xlarge,m5n.8xlarge,m5n.large,m5n.metal,m5n.xlarge
1etby9eg|m5zn.12xlarge,m5zn.2xlarge,m5zn.3xlarge,m5zn.6xlarge,m5zn.large,m5zn.metal,m5zn.xlarge
1ev2efgo|m6a.12xlarge,m6a.16xlarge,m6a.24xlarge,m6a.2xlarge,m6a.32xlarge,m6a.48xlarge,m6a.4xlarge,m6a.8xlarge,m6a.large,m6a.metal,m6a.xlarge
1r4ulwxr|m6i.12xlarge,m6i.16xlarge,m6i.2xlarge,m6i.4xlarge,m6i.8xlarge,m6i.large,m6i.xlarge
1r4ulqm3|m6i.24xlarge,m6i.32xlarge,m6i.metal
1n1c4bj0|m6id.12xlarge,m6id.16xlarge,m6id.24xlarge,m6id.2xlarge,m6id.32xlarge,m6id.4xlarge,m6id.8xlarge,m6id.large,m6id.metal,m6id.xlarge
1mq79lg8|m6idn.12xlarge,m6idn.16xlarge,m6idn.24xlarge,m6idn.2xlarge,m6idn.32xlarge,m6idn.4xlarge,m6idn.8xlarge,m6idn.large,m6idn.metal,m6idn.xlarge,m6in.12xlarge,m6in.16xlarge,m6in.24xlarge,m6in.2xlarge,m6in.32xlarge,m6in.4xlarge,m6in.8xlarge,m6in.large,m6in.metal,m6in.xlarge
yk1zqiw|m7a.12xlarge,m7a.16xlarge,m7a.24xlarge,m7a.2xlarge,m7a.32xlarge,m7a.48xlarge,m7a.4xlarge,m7a.8xlarge,m7a.large,m7a.medium,m7a.metal-48xl,m7a.xlarge
1r4x2gan|m7g.12xlarge,m7g.16xlarge,m7g.2xlarge,m7g.4xlarge,m7g.8xlarge,m7g.large,m7g.medium,m7g.metal,m7g.xlarge
1f7xmicc|m7gd.12xlarge,m7gd.16xlarge,m7gd.2xlarge,m7gd.4xlarge,m7gd.8xlarge,m7gd.large,m7gd.medium,m7gd.metal,m7gd.xlarge
1qy8h9tq|m7i-flex.12xlarge,m7i-flex.16xlarge
1qy8ham6|m7i-flex.2xlarge,m7i-flex.4xlarge,m7i-flex.8xlarge,m7i-flex.large,m7i-flex.xlarge
1r4zbx8f|m7i.12xlarge,m7i.16xlarge,m7i.24xlarge,m7i.2xlarge,m7i.48xlarge,m7i.4xlarge,m7i.8xlarge,m7i.large,m7i.metal-24xl,m7i.metal-48xl,m7i.xlarge
16fl7t8o|m8a.12xlarge,m8a.16xlarge,m8a.24xlarge,m8a.2xlarge,m8a.48xlarge,m8a.4xlarge,m8a.8xlarge,m8a.large,m8a.medium,m8a.metal-24xl,m8a.metal-48xl,m8a.xlarge
yjbrsi0|m8azn.12xlarge,m8azn.24xlarge,m8azn.3xlarge,m8azn.6xlarge,m8azn.large,m8azn.medium,m8azn.metal-12xl,m8azn.metal-24xl,m8azn.xlarge,r7iz.12xlarge,r7iz.16xlarge,r7iz.2xlarge,r7iz.32xlarge,r7iz.4xlarge,r7iz.8xlarge,r7iz.large,r7iz.metal-16xl,r7iz.metal-32xl,r7iz.xlarge
1r2rottr|m8g.12xlarge,m8g.16xlarge,m8g.24xlarge,m8g.2xlarge,m8g.48xlarge,m8g.4xlarge,m8g.8xlarge,m8g.large,m8g.medium,m8g.metal-24xl,m8g.metal-48xl,m8g.xlarge
wkachz4|m8gb.12xlarge,m8gb.16xlarge,m8gb.24xlarge,m8gb.2xlarge,m8gb.48xlarge,m8gb.4xlarge,m8gb.8xlarge,m8gb.large,m8gb.medium,m8gb.xlarge,m8gn.12xlarge,m8gn.16xlarge,m8gn.24xlarge,m8gn.2xlarge,m8gn.48xlarge,m8gn.4xlarge,m8gn.8xlarge,m8gn.large,m8gn.medium,m8gn.xlarge
1b5ybcjs|m8gd.12xlarge,m8gd.16xlarge,m8gd.24xlarge,m8gd.2xlarge,m8gd.48xlarge,m8gd.4xlarge,m8gd.8xlarge,m8gd.large,m8gd.medium,m8gd.metal-24xl,m8gd.metal-48xl,m8gd.xlarge
1qpbur4p|m8i-flex.12xlarge,m8i-flex.16xlarge,m8i-flex.2xlarge,m8i-flex.4xlarge,m8i-flex.8xlarge,m8i-flex.large,m8i-flex.xlarge,m8i.12xlarge,m8i.16xlarge,m8i.24xlarge,m8i.2xlarge,m8i.32xlarge,m8i.48xlarge,m8i.4xlarge,m8i.8xlarge,m8i.96xlarge,m8i.large,m8i.metal-48xl,m8i.metal-96xl,m8i.xlarge
yjggcnc|m8ib.12xlarge,m8ib.16xlarge,m8ib.24xlarge,m8ib.2xlarge,m8ib.32xlarge,m8ib.48xlarge,m8ib.4xlarge,m8ib.8xlarge,m8ib.96xlarge,m8ib.large,m8ib.xlarge,m8idb.12xlarge,m8idb.16xlarge,m8idb.24xlarge,m8idb.2xlarge,m8idb.32xlarge,m8idb.48xlarge,m8idb.4xlarge,m8idb.8xlarge,m8idb.96xlarge,m8idb.large,m8idb.xlarge,m8idn.12xlarge,m8idn.16xlarge,m8idn.24xlarge,m8idn.2xlarge,m8idn.32xlarge,m8idn.48xlarge,m8idn.4xlarge,m8idn.8xlarge,m8idn.96xlarge,m8idn.large,m8idn.xlarge,m8in.12xlarge,m8in.16xlarge,m8in.24xlarge,m8in.2xlarge,m8in.32xlarge,m8in.48xlarge,m8in.4xlarge,m8in.8xlarge,m8in.96xlarge,m8in.large,m8in.xlarge
yk20fgo|m8id.12xlarge,m8id.16xlarge,m8id.24xlarge,m8id.2xlarge,m8id.32xlarge,m8id.48xlarge,m8id.4xlarge,m8id.8xlarge,m8id.96xlarge,m8id.large,m8id.metal-48xl,m8id.metal-96xl,m8id.xlarge
yjbrsw0|mac-m4.metal
yj1gykg|mac-m4pro.metal,trn1.2xlarge,trn1.32xlarge,trn1n.32xlarge
yjwzy3c|mac1.metal
yj1swsg|mac2-m2.metal
yj1gyyo|mac2-m2pro.metal
yjbgk5c|mac2.metal
16fgau6w|p2.16xlarge,p2.8xlarge,p2.xlarge
16g0gcgo|p3.16xlarge,p3.2xlarge,p3.8xlarge
18eh0tu0|p3dn.24xlarge
16xswi1k|p4d.24xlarge
wm8kweg|p4de.24xlarge
1mprci8o|p5.48xlarge
16xh6eyw|p5.4xlarge
1z141z4|p5e.48xlarge,trn2.48xlarge
1mc0vw48|p5en.48xlarge
1ad85agw|p6-b200.48xlarge
10ztv15c|p6-b300.48xlarge
1mpghaig|r3.2xlarge,r3.4xlarge,r3.8xlarge,r3.large,r3.xlarge
z1qsk60|r5b.12xlarge,r5b.16xlarge,r5b.24xlarge,r5b.2xlarge,r5b.4xlarge,r5b.8xlarge,r5b.large,r5b.metal,r5b.xlarge
1aeq5d09|r5dn.12xlarge,r5dn.16xlarge,r5dn.24xlarge,r5dn.2xlarge,r5dn.4xlarge,r5dn.8xlarge,r5dn.large,r5dn.metal,r5dn.xlarge
1qpabpej|r5n.12xlarge,r5n.16xlarge,r5n.24xlarge,r5n.2xlarge,r5n.4xlarge,r5n.8xlarge,r5n.large,r5n.metal,r5n.xlarge
1ec4o53c|r6a.12xlarge,r6a.16xlarge,r6a.24xlarge,r6a.2xlarge,r6a.32xlarge,r6a.48xlarge,r6a.4xlarge,r6a.8xlarge,r6a.large,r6a.metal,r6a.xlarge
1qpdoj21|r6gd.12xlarge,r6gd.16xlarge,r6gd.2xlarge,r6gd.4xlarge,r6gd.8xlarge,r6gd.large,r6gd.medium,r6gd.metal,r6gd.xlarge
1r4ulw5b|r6i.12xlarge,r6i.16xlarge,r6i.2xlarge,r6i.4xlarge,r6i.8xlarge,r6i.large,r6i.xlarge
1r4ulptn|r6i.24xlarge,r6i.32xlarge,r6i.metal
16r8ssil|r6id.12xlarge,r6id.16xlarge,r6id.24xlarge,r6id.2xlarge,r6id.32xlarge,r6id.4xlarge,r6id.8xlarge,r6id.large,r6id.metal,r6id.xlarge
16glg1zc|r6idn.12xlarge,r6idn.16xlarge,r6idn.24xlarge,r6idn.2xlarge,r6idn.32xlarge,r6idn.4xlarge,r6idn.8xlarge,r6idn.large,r6idn.metal,r6idn.xlarge,r6in.12xlarge,r6in.16xlarge,r6in.24xlarge,r6in.2xlarge,r6in.32xlarge,r6in.4xlarge,r6in.8xlarge,r6in.large,r6in.metal,r6in.xlarge
yji0jgo|r7a.12xlarge,r7a.16xlarge,r7a.24xlarge,r7a.2xlarge,r7a.32xlarge,r7a.48xlarge,r7a.4xlarge,r7a.8xlarge,r7a.large,r7a.medium,r7a.metal-48xl,r7a.xlarge
1r4yopa7|r7gd.12xlarge,r7gd.16xlarge,r7gd.2xlarge,r7gd.4xlarge,r7gd.8xlarge,r7gd.large,r7gd.medium,r7gd.metal,r7gd.xlarge
1qyaz6yk|r7i.12xlarge,r7i.16xlarge,r7i.24xlarge,r7i.2xlarge,r7i.48xlarge,r7i.4xlarge,r7i.8xlarge,r7i.large,r7i.metal-24xl,r7i.metal-48xl,r7i.xlarge
yjgsah8|r8a.12xlarge,r8a.16xlarge,r8a.24xlarge,r8a.2xlarge,r8a.48xlarge,r8a.4xlarge,r8a.8xlarge,r8a.large,r8a.medium,r8a.metal-24xl,r8a.metal-48xl,r8a.xlarge
1r2rp057|r8g.12xlarge,r8g.16xlarge,r8g.24xlarge,r8g.2xlarge,r8g.48xlarge,r8g.4xlarge,r8g.8xlarge,r8g.large,r8g.medium,r8g.metal-24xl,r8g.metal-48xl,r8g.xlarge
1qpg55kv|r8gd.12xlarge,r8gd.16xlarge,r8gd.24xlarge,r8gd.2xlarge,r8gd.48xlarge,r8gd.4xlarge,r8gd.8xlarge,r8gd.large,r8gd.medium,r8gd.metal-24xl,r8gd.metal-48xl,r8gd.xlarge
1qtw1kux|r8i-flex.12xlarge,r8i-flex.16xlarge,r8i-flex.2xlarge,r8i-flex.4xlarge,r8i-flex.8xlarge,r8i-flex.large,r8i-flex.xlarge
1qw3ybx5|r8i.12xlarge,r8i.16xlarge,r8i.24xlarge,r8i.2xlarge,r8i.32xlarge,r8i.48xlarge,r8i.4xlarge,r8i.8xlarge,r8i.96xlarge,r8i.large,r8i.metal-48xl,r8i.metal-96xl,r8i.xlarge
yk20j0o|r8id.12xlarge,r8id.16xlarge,r8id.24xlarge,r8id.2xlarge,r8id.32xlarge,r8id.48xlarge,r8id.4xlarge,r8id.8xlarge,r8id.96xlarge,r8id.large,r8id.metal-48xl,r8id.metal-96xl,r8id.xlarge
1qrh7xp4|t3a.2xlarge,t3a.large,t3a.medium,t3a.micro,t3a.nano,t3a.small,t3a.xlarge
1axkd8c9|u-12tb1.112xlarge
1avcgha1|u-12tb1.metal
z131szk|u-18tb1.112xlarge
x21xr0g|u-18tb1.metal
1adi4vtc|u-24tb1.112xlarge
18e718gg|u-24tb1.metal
16yelhqi|u-3tb1.56xlarge
1azf6qrd|u-6tb1.112xlarge,u-6tb1.56xlarge
1ax79zko|u-6tb1.metal
1awz532x|u-9tb1.112xlarge
1awz532w|u-9tb1.metal
1awn1nf4|u7i-12tb.224xlarge
1ax227dk|u7i-6tb.112xlarge
16yzt0b4|u7i-8tb.112xlarge
1awxnpsg|u7in-16tb.224xlarge
1awexgk0|u7in-24tb.224xlarge
1awxwuij|x1.16xlarge,x1.32xlarge
1av9qut5|x1e.16xlarge,x1e.2xlarge,x1e.32xlarge,x1e.4xlarge,x1e.8xlarge,x1e.xlarge
1qw3x62h|x2idn.16xlarge,x2idn.24xlarge,x2idn.32xlarge,x2idn.metal
1qpg6vax|x2iedn.16xlarge,x2iedn.24xlarge,x2iedn.2xlarge,x2iedn.32xlarge,x2iedn.4xlarge,x2iedn.8xlarge,x2iedn.metal,x2iedn.xlarge
woq603s|x2iezn.12xlarge,x2iezn.2xlarge,x2iezn.4xlarge,x2iezn.6xlarge,x2iezn.8xlarge,x2iezn.metal
vkt1f88|x8aedz.12xlarge,x8aedz.24xlarge,x8aedz.3xlarge,x8aedz.6xlarge,x8aedz.large,x8aedz.metal-12xl,x8aedz.metal-24xl,x8aedz.xlarge
yjd0r28|x8g.12xlarge,x8g.16xlarge,x8g.24xlarge,x8g.2xlarge,x8g.48xlarge,x8g.4xlarge,x8g.8xlarge,x8g.large,x8g.medium,x8g.metal-24xl,x8g.metal-48xl,x8g.xlarge
16gsx4yg|x8i.12xlarge,x8i.16xlarge,x8i.24xlarge,x8i.2xlarge,x8i.32xlarge,x8i.48xlarge,x8i.4xlarge,x8i.64xlarge,x8i.8xlarge,x8i.96xlarge,x8i.large,x8i.metal-48xl,x8i.metal-96xl,x8i.xlarge
1ec4t1zs|z1d.12xlarge,z1d.2xlarge,z1d.3xlarge,z1d.6xlarge,z1d.large,z1d.metal,z1d.xlarge
`,
  },
  {
    type: 'AWS::RDS::DBInstance',
    path: 'DBInstanceClass',
    regions: '1r4zlr7j',
    classes: `
1kqez6rs|db.m1.large,db.m1.medium,db.m1.xlarge,db.m2.2xlarge,db.m2.4xlarge,db.m2.xlarge
1kqf1zwo|db.m1.small
1kqfd8g8|db.m3.2xlarge,db.m3.large,db.m3.medium,db.m3.xlarge
1mr4l6d4|db.m4.10xlarge,db.m4.16xlarge,db.m4.2xlarge,db.m4.4xlarge,db.m4.large,db.m4.xlarge
1qw3wq9n|db.m5.12xlarge,db.m5.16xlarge,db.m5.24xlarge,db.m5.2xlarge,db.m5.4xlarge,db.m5.8xlarge,db.m5.large,db.m5.xlarge
1qtqdnuj|db.m5d.12xlarge,db.m5d.16xlarge,db.m5d.24xlarge,db.m5d.8xlarge,db.r5d.12xlarge,db.r5d.16xlarge,db.r5d.24xlarge,db.r5d.8xlarge
1qvyaewr|db.m5d.2xlarge,db.m5d.4xlarge,db.m5d.large,db.m5d.xlarge,db.r5d.2xlarge,db.r5d.4xlarge,db.r5d.large,db.r5d.xlarge
1qn83bb2|db.m6gd.12xlarge,db.m6gd.16xlarge,db.m6gd.2xlarge,db.m6gd.4xlarge,db.m6gd.8xlarge,db.m6gd.large,db.m6gd.xlarge
1r4tzfun|db.m6i.12xlarge,db.m6i.16xlarge,db.m6i.24xlarge,db.m6i.32xlarge
1r4zlpmn|db.m6i.2xlarge,db.m6i.4xlarge,db.m6i.8xlarge,db.m6i.large,db.m6i.xlarge,db.r7g.12xlarge,db.r7g.16xlarge,db.r7g.2xlarge,db.r7g.4xlarge,db.r7g.8xlarge,db.r7g.large,db.r7g.xlarge
16xrh8aw|db.m6i.metal,db.r6i.metal,db.x2idn.metal,db.x2iedn.metal
ys7gtu4|db.m6id.12xlarge,db.m6id.16xlarge,db.m6id.24xlarge,db.m6id.2xlarge,db.m6id.32xlarge,db.m6id.4xlarge,db.m6id.8xlarge,db.m6id.large,db.m6id.xlarge
yjbrsw8|db.m6id.metal,db.r6id.metal
yjbgjyg|db.m6idn.12xlarge,db.m6idn.16xlarge,db.m6idn.24xlarge,db.m6idn.2xlarge,db.m6idn.32xlarge,db.m6idn.4xlarge,db.m6idn.8xlarge,db.m6idn.large,db.m6idn.xlarge,db.r6idn.12xlarge,db.r6idn.16xlarge,db.r6idn.24xlarge,db.r6idn.2xlarge,db.r6idn.32xlarge,db.r6idn.4xlarge,db.r6idn.8xlarge,db.r6idn.large,db.r6idn.xlarge
yjd0r9k|db.m6in.12xlarge,db.m6in.16xlarge,db.m6in.24xlarge,db.m6in.2xlarge,db.m6in.32xlarge,db.m6in.4xlarge,db.m6in.8xlarge,db.m6in.large,db.m6in.xlarge,db.r6in.12xlarge,db.r6in.16xlarge,db.r6in.24xlarge,db.r6in.2xlarge,db.r6in.32xlarge,db.r6in.4xlarge,db.r6in.8xlarge,db.r6in.large,db.r6in.xlarge
yjbrt3c|db.m6in.metal,db.r6in.metal
1j8sm8e4|db.m7g.12xlarge,db.m7g.16xlarge,db.m7g.2xlarge,db.m7g.4xlarge,db.m7g.8xlarge,db.m7g.large,db.m7g.xlarge
1r2rf62m|db.m7i.12xlarge,db.m7i.16xlarge,db.m7i.24xlarge,db.m7i.2xlarge,db.m7i.48xlarge,db.m7i.4xlarge,db.m7i.8xlarge,db.m7i.large,db.m7i.xlarge
z1n10eg|db.m7i.metal-24xl,db.m7i.metal-48xl,db.r7i.metal-24xl,db.r7i.metal-48xl
yj6gr9k|db.m8a.12xlarge,db.m8a.16xlarge,db.m8a.2xlarge,db.m8a.4xlarge,db.m8a.8xlarge,db.m8a.large,db.m8a.xlarge
1ev9iva3|db.m8g.12xlarge,db.m8g.16xlarge,db.m8g.24xlarge,db.m8g.2xlarge,db.m8g.48xlarge,db.m8g.4xlarge,db.m8g.8xlarge,db.m8g.large,db.m8g.xlarge
z1s1lag|db.m8gd.12xlarge,db.m8gd.16xlarge,db.m8gd.24xlarge,db.m8gd.2xlarge,db.m8gd.48xlarge,db.m8gd.4xlarge,db.m8gd.8xlarge,db.m8gd.large,db.m8gd.xlarge
1ev4wezd|db.m8i.12xlarge,db.m8i.16xlarge,db.m8i.24xlarge,db.m8i.2xlarge,db.m8i.32xlarge,db.m8i.48xlarge,db.m8i.4xlarge,db.m8i.8xlarge,db.m8i.96xlarge,db.m8i.large,db.m8i.metal-48xl,db.m8i.metal-96xl,db.m8i.xlarge
yj1s740|db.m9g.12xlarge,db.m9g.16xlarge,db.m9g.24xlarge,db.m9g.2xlarge,db.m9g.48xlarge,db.m9g.4xlarge,db.m9g.8xlarge,db.m9g.large,db.m9g.xlarge
1m89761k|db.r3.2xlarge,db.r3.large,db.r3.xlarge
1mq0h6jc|db.r3.4xlarge,db.r3.8xlarge
1qp6tabc|db.r4.16xlarge,db.r4.2xlarge,db.r4.4xlarge,db.r4.8xlarge,db.r4.xlarge,db.t2.2xlarge,db.t2.large,db.t2.medium,db.t2.micro,db.t2.small,db.t2.xlarge
1qp6tbw8|db.r4.large
1qw3y4u3|db.r5.12xlarge,db.r5.16xlarge,db.r5.24xlarge,db.r5.2xlarge,db.r5.4xlarge,db.r5.8xlarge,db.r5.large,db.r5.xlarge
1qpak77f|db.r5.12xlarge.tpc2.mem2x,db.r5.2xlarge.tpc2.mem4x,db.r5.2xlarge.tpc2.mem8x,db.r5.4xlarge.tpc2.mem2x,db.r5.4xlarge.tpc2.mem3x,db.r5.4xlarge.tpc2.mem4x,db.r5.6xlarge.tpc2.mem4x,db.r5.8xlarge.tpc2.mem3x,db.r5.large.tpc1.mem2x,db.r5.xlarge.tpc2.mem2x
1qpfjzwb|db.r5.2xlarge.tpc1.mem2x,db.r5.xlarge.tpc2.mem4x
z1qsk60|db.r5b.12xlarge,db.r5b.16xlarge,db.r5b.24xlarge,db.r5b.2xlarge,db.r5b.2xlarge.tpc1.mem2x,db.r5b.2xlarge.tpc2.mem4x,db.r5b.2xlarge.tpc2.mem8x,db.r5b.4xlarge,db.r5b.4xlarge.tpc2.mem2x,db.r5b.4xlarge.tpc2.mem3x,db.r5b.4xlarge.tpc2.mem4x,db.r5b.6xlarge.tpc2.mem4x,db.r5b.8xlarge,db.r5b.8xlarge.tpc2.mem3x,db.r5b.large,db.r5b.large.tpc1.mem2x,db.r5b.xlarge,db.r5b.xlarge.tpc2.mem2x,db.r5b.xlarge.tpc2.mem4x
1r0h3a7w|db.r6gd.12xlarge,db.r6gd.16xlarge,db.r6gd.2xlarge,db.r6gd.4xlarge,db.r6gd.8xlarge,db.r6gd.xlarge
1qi4kygc|db.r6gd.large
35s|db.r6i.12xlarge.tpc2.mem2x,db.r6i.4xlarge.tpc2.mem8x
1qw3psl7|db.r6i.2xlarge.tpc1.mem2x,db.r6i.2xlarge.tpc2.mem4x,db.r6i.2xlarge.tpc2.mem8x,db.r6i.4xlarge.tpc2.mem2x,db.r6i.4xlarge.tpc2.mem3x,db.r6i.4xlarge.tpc2.mem4x,db.r6i.6xlarge.tpc2.mem4x,db.r6i.8xlarge.tpc2.mem3x,db.r6i.8xlarge.tpc2.mem4x,db.r6i.large.tpc1.mem2x,db.r6i.xlarge.tpc2.mem2x,db.r6i.xlarge.tpc2.mem4x
yufdkwc|db.r6id.12xlarge,db.r6id.16xlarge,db.r6id.2xlarge,db.r6id.4xlarge,db.r6id.8xlarge,db.r6id.large,db.r6id.xlarge
16r3szto|db.r6id.24xlarge,db.r6id.32xlarge
1qyaz6yk|db.r7i.12xlarge,db.r7i.16xlarge,db.r7i.24xlarge,db.r7i.2xlarge,db.r7i.48xlarge,db.r7i.4xlarge,db.r7i.8xlarge,db.r7i.large,db.r7i.xlarge
1qy5z5gc|db.r7i.2xlarge.tpc2.mem4x,db.r7i.2xlarge.tpc2.mem8x,db.r7i.3xlarge.tpc2.mem4x,db.r7i.4xlarge.tpc2.mem2x,db.r7i.4xlarge.tpc2.mem3x,db.r7i.4xlarge.tpc2.mem4x,db.r7i.6xlarge.tpc2.mem2x,db.r7i.6xlarge.tpc2.mem4x,db.r7i.8xlarge.tpc2.mem2x,db.r7i.8xlarge.tpc2.mem3x,db.r7i.xlarge.tpc2.mem2x,db.r7i.xlarge.tpc2.mem4x
yj6rzsw|db.r8a.12xlarge,db.r8a.16xlarge,db.r8a.2xlarge,db.r8a.4xlarge,db.r8a.8xlarge,db.r8a.large,db.r8a.xlarge
1qy9bo56|db.r8g.12xlarge,db.r8g.16xlarge,db.r8g.24xlarge,db.r8g.2xlarge,db.r8g.48xlarge,db.r8g.4xlarge,db.r8g.8xlarge,db.r8g.large,db.r8g.xlarge
1eu0zggr|db.r8gd.12xlarge,db.r8gd.16xlarge,db.r8gd.24xlarge,db.r8gd.2xlarge,db.r8gd.48xlarge,db.r8gd.4xlarge,db.r8gd.8xlarge,db.r8gd.large,db.r8gd.xlarge
1ev4wlax|db.r8i.12xlarge,db.r8i.16xlarge,db.r8i.24xlarge,db.r8i.2xlarge,db.r8i.32xlarge,db.r8i.48xlarge,db.r8i.4xlarge,db.r8i.8xlarge,db.r8i.96xlarge,db.r8i.large,db.r8i.metal-48xl,db.r8i.metal-96xl,db.r8i.xlarge
1kqf21hk|db.t1.micro
1r4zkcn3|db.t4g.2xlarge,db.t4g.micro,db.t4g.xlarge
1qp6taai|db.x1.16xlarge,db.x1.32xlarge
1adig4yg|db.x1e.16xlarge,db.x1e.2xlarge,db.x1e.32xlarge,db.x1e.4xlarge,db.x1e.8xlarge,db.x1e.xlarge
yjggcn4|db.x2g.12xlarge,db.x2g.16xlarge,db.x2g.2xlarge,db.x2g.4xlarge,db.x2g.8xlarge,db.x2g.large,db.x2g.xlarge
1avxgw2g|db.x2idn.16xlarge,db.x2idn.24xlarge,db.x2idn.32xlarge
1qpak5q0|db.x2iedn.16xlarge,db.x2iedn.24xlarge,db.x2iedn.2xlarge,db.x2iedn.32xlarge,db.x2iedn.4xlarge,db.x2iedn.8xlarge
1qpfjzzt|db.x2iedn.xlarge
wkachzc|db.x2iezn.12xlarge,db.x2iezn.2xlarge,db.x2iezn.4xlarge,db.x2iezn.6xlarge,db.x2iezn.8xlarge,db.x2iezn.metal
1qpabpeg|db.x2m.16xlarge,db.x2m.24xlarge,db.x2m.2xlarge,db.x2m.32xlarge,db.x2m.4xlarge,db.x2m.8xlarge,db.x2m.xlarge
1ec75c2g|db.z1d.12xlarge,db.z1d.3xlarge,db.z1d.6xlarge,db.z1d.large,db.z1d.xlarge
1ecc54rc|db.z1d.2xlarge
`,
  },
  {
    type: 'AWS::DocDB::DBInstance',
    path: 'DBInstanceClass',
    regions: '1bcqp52z',
    classes: `
yjbgjy8|db.r4.16xlarge,db.r4.2xlarge,db.r4.4xlarge,db.r4.8xlarge,db.r4.large,db.r4.xlarge
1b3v1p17|db.r5.12xlarge,db.r5.16xlarge,db.r5.24xlarge,db.r5.2xlarge,db.r5.4xlarge,db.r5.8xlarge,db.r5.large,db.r5.xlarge
1bcqp52z|db.r6g.12xlarge,db.r6g.16xlarge,db.r6g.2xlarge,db.r6g.4xlarge,db.r6g.8xlarge,db.r6g.large,db.r6g.xlarge,db.t3.medium,db.t4g.medium
1b609x14|db.r6gd.12xlarge,db.r6gd.16xlarge,db.r6gd.2xlarge,db.r6gd.4xlarge,db.r6gd.8xlarge,db.r6gd.xlarge
16z1xi7u|db.r8g.12xlarge,db.r8g.16xlarge,db.r8g.24xlarge,db.r8g.2xlarge,db.r8g.48xlarge,db.r8g.4xlarge,db.r8g.8xlarge,db.r8g.large,db.r8g.xlarge
`,
  },
  {
    type: 'AWS::Neptune::DBInstance',
    path: 'DBInstanceClass',
    regions: '1qw1gbnf',
    classes: `
16g079eg|db.r4.2xlarge,db.r4.4xlarge,db.r4.8xlarge,db.r4.large,db.r4.xlarge
1qw1g8hn|db.r5.12xlarge,db.r5.16xlarge,db.r5.24xlarge,db.r5.2xlarge,db.r5.4xlarge,db.r5.8xlarge,db.r5.large,db.r5.xlarge
1qttjhff|db.r5d.12xlarge,db.r5d.16xlarge,db.r5d.24xlarge,db.r5d.2xlarge,db.r5d.4xlarge,db.r5d.8xlarge,db.r5d.large,db.r5d.xlarge
1qttjkl6|db.r6g.12xlarge,db.r6g.16xlarge,db.r6g.2xlarge,db.r6g.4xlarge,db.r6g.8xlarge,db.r6g.large,db.r6g.xlarge
1et2wd7k|db.r6gd.12xlarge
1et2wd40|db.r6gd.16xlarge,db.r6gd.2xlarge,db.r6gd.4xlarge,db.r6gd.8xlarge,db.r6gd.large,db.r6gd.xlarge
1qpdq2gr|db.r6i.12xlarge,db.r6i.16xlarge,db.r6i.24xlarge,db.r6i.2xlarge,db.r6i.4xlarge,db.r6i.8xlarge,db.r6i.large,db.r6i.xlarge
1qpd3ldn|db.r6i.32xlarge
1eu2gv3u|db.r7g.12xlarge,db.r7g.16xlarge,db.r7g.2xlarge,db.r7g.4xlarge,db.r7g.8xlarge,db.r7g.large,db.r7g.xlarge
1edewqc8|db.r7i.12xlarge,db.r7i.16xlarge,db.r7i.24xlarge,db.r7i.2xlarge,db.r7i.48xlarge,db.r7i.4xlarge,db.r7i.8xlarge,db.r7i.large,db.r7i.xlarge
1m8fd5dm|db.r8g.12xlarge,db.r8g.16xlarge,db.r8g.24xlarge,db.r8g.2xlarge,db.r8g.48xlarge,db.r8g.4xlarge,db.r8g.8xlarge,db.r8g.large,db.r8g.xlarge
1qw1gbnf|db.serverless,db.t3.medium
1ev71qm2|db.t4g.medium
yjggdfk|db.x2g.12xlarge
yjbgjy8|db.x2g.16xlarge,db.x2g.2xlarge,db.x2g.4xlarge,db.x2g.8xlarge,db.x2g.large,db.x2g.xlarge
yj1gykg|db.x2gd.12xlarge,db.x2gd.16xlarge,db.x2gd.2xlarge,db.x2gd.4xlarge,db.x2gd.8xlarge,db.x2gd.large,db.x2gd.xlarge
yjh2un4|db.x2iedn.16xlarge,db.x2iedn.24xlarge,db.x2iedn.2xlarge,db.x2iedn.32xlarge,db.x2iedn.4xlarge,db.x2iedn.8xlarge,db.x2iedn.xlarge
`,
  },
  {
    type: 'AWS::ElastiCache::CacheCluster',
    path: 'CacheNodeType',
    regions: '1r4zlr7j',
    classes: `
yjbgjy8|cache.c7gn.12xlarge,cache.c7gn.16xlarge,cache.c7gn.2xlarge,cache.c7gn.4xlarge,cache.c7gn.8xlarge,cache.c7gn.large,cache.c7gn.xlarge
1qoc9xwb|cache.c8gn.12xlarge,cache.c8gn.16xlarge,cache.c8gn.2xlarge,cache.c8gn.4xlarge,cache.c8gn.8xlarge,cache.c8gn.large,cache.c8gn.xlarge
1etw6kwo|cache.m4.10xlarge,cache.m4.2xlarge,cache.m4.4xlarge,cache.m4.large,cache.m4.xlarge
1qw3ppff|cache.m5.12xlarge,cache.m5.24xlarge,cache.m5.2xlarge,cache.m5.4xlarge,cache.m5.large,cache.m5.xlarge
1r4x2gan|cache.m7g.12xlarge,cache.m7g.16xlarge,cache.m7g.2xlarge,cache.m7g.4xlarge,cache.m7g.8xlarge,cache.m7g.large,cache.m7g.xlarge
1qpg8bgb|cache.m8g.12xlarge,cache.m8g.16xlarge,cache.m8g.2xlarge,cache.m8g.4xlarge,cache.m8g.8xlarge,cache.m8g.large,cache.m8g.xlarge
1qp6tabc|cache.r4.16xlarge,cache.r4.2xlarge,cache.r4.4xlarge,cache.r4.8xlarge,cache.r4.large,cache.r4.xlarge,cache.t2.medium,cache.t2.micro,cache.t2.small
1qw3y4u3|cache.r5.12xlarge,cache.r5.24xlarge,cache.r5.2xlarge,cache.r5.4xlarge,cache.r5.large,cache.r5.xlarge
1euh6afc|cache.r6gd.12xlarge,cache.r6gd.16xlarge,cache.r6gd.2xlarge,cache.r6gd.4xlarge,cache.r6gd.8xlarge,cache.r6gd.xlarge
1qybvi0r|cache.r8g.12xlarge,cache.r8g.16xlarge,cache.r8g.2xlarge,cache.r8g.4xlarge,cache.r8g.8xlarge,cache.r8g.large,cache.r8g.xlarge
1r4zlkvz|cache.t3.medium,cache.t3.micro,cache.t3.small
1r0js933|cache.t4g.medium,cache.t4g.micro,cache.t4g.small
`,
  },
  {
    type: 'AWS::OpenSearchService::Domain',
    path: 'ClusterConfig.InstanceType',
    regions: '1r4zlr7j',
    classes: `
1mq0mst4|c4.2xlarge.search,c4.4xlarge.search,c4.large.search,c4.xlarge.search,m4.10xlarge.search,m4.2xlarge.search,m4.4xlarge.search,m4.large.search,m4.xlarge.search
1mr4l6c8|c4.8xlarge.search
1qw3y4u3|c5.18xlarge.search,c5.2xlarge.search,c5.4xlarge.search,c5.9xlarge.search,c5.large.search,c5.xlarge.search,m5.12xlarge.search,m5.2xlarge.search,m5.4xlarge.search,m5.large.search,m5.xlarge.search,r5.12xlarge.search,r5.2xlarge.search,r5.4xlarge.search,r5.large.search,r5.xlarge.search
1qw3y7zu|c6g.12xlarge.search,c6g.2xlarge.search,c6g.4xlarge.search,c6g.8xlarge.search,c6g.large.search,c6g.xlarge.search
1r0js7i7|c7g.12xlarge.search,c7g.16xlarge.search,c7g.2xlarge.search,c7g.4xlarge.search,c7g.8xlarge.search,c7g.large.search,c7g.xlarge.search
1r2ox9tr|c7i.12xlarge.search,c7i.16xlarge.search,c7i.2xlarge.search,c7i.4xlarge.search,c7i.8xlarge.search,c7i.large.search,c7i.xlarge.search
1mqa0fei|c8g.12xlarge.search,c8g.16xlarge.search,c8g.2xlarge.search,c8g.4xlarge.search,c8g.8xlarge.search,c8g.large.search,c8g.xlarge.search
1ccjk6yw|i2.2xlarge.search,i2.xlarge.search
1qw3tx4r|i3.16xlarge.search,i3.2xlarge.search,i3.4xlarge.search,i3.8xlarge.search,i3.large.search,i3.xlarge.search
z12rabk|i4g.16xlarge.search,i4g.2xlarge.search,i4g.4xlarge.search,i4g.8xlarge.search,i4g.large.search,i4g.xlarge.search
1r2rp05b|i4i.12xlarge.search,i4i.24xlarge.search
1qsrunzv|i7i.12xlarge.search,i7i.16xlarge.search,i7i.2xlarge.search,i7i.4xlarge.search,i7i.8xlarge.search,i7i.large.search,i7i.xlarge.search
z1tagl4|i8g.12xlarge.search,i8g.16xlarge.search,i8g.2xlarge.search,i8g.4xlarge.search,i8g.8xlarge.search,i8g.large.search,i8g.xlarge.search
yjd0ugw|i8ge.12xlarge.search,i8ge.18xlarge.search,i8ge.2xlarge.search,i8ge.3xlarge.search,i8ge.6xlarge.search,i8ge.large.search,i8ge.xlarge.search
yl4pvd4|im4gn.16xlarge.search,im4gn.2xlarge.search,im4gn.4xlarge.search,im4gn.8xlarge.search,im4gn.large.search,im4gn.xlarge.search
1cuau7ew|m3.2xlarge.search,m3.large.search,m3.medium.search,m3.xlarge.search
1qw3y7zv|m6g.12xlarge.search,m6g.2xlarge.search,m6g.4xlarge.search,m6g.8xlarge.search,m6g.large.search,m6g.xlarge.search,r6g.12xlarge.search,r6g.2xlarge.search,r6g.4xlarge.search,r6g.8xlarge.search,r6g.large.search,r6g.xlarge.search
1r4x2gan|m7g.12xlarge.search,m7g.16xlarge.search,m7g.2xlarge.search,m7g.4xlarge.search,m7g.8xlarge.search,m7g.large.search,m7g.medium.search,m7g.xlarge.search
1r4zbx4v|m7i.12xlarge.search,m7i.16xlarge.search,m7i.2xlarge.search,m7i.4xlarge.search,m7i.8xlarge.search,m7i.large.search,m7i.xlarge.search
1qtw1tkr|m8g.12xlarge.search,m8g.16xlarge.search,m8g.2xlarge.search,m8g.4xlarge.search,m8g.8xlarge.search,m8g.large.search,m8g.medium.search,m8g.xlarge.search
yk0rhvs|oi2.12xlarge.search,oi2.16xlarge.search,oi2.24xlarge.search,oi2.2xlarge.search,oi2.4xlarge.search,oi2.8xlarge.search,oi2.large.search,oi2.xlarge.search
1qpctlve|om2.12xlarge.search,om2.16xlarge.search,om2.2xlarge.search,om2.4xlarge.search,om2.8xlarge.search,om2.large.search,om2.xlarge.search
1eu2fi70|or1.12xlarge.search,or1.16xlarge.search,or1.2xlarge.search,or1.4xlarge.search,or1.8xlarge.search,or1.large.search,or1.medium.search,or1.xlarge.search
1qo8vdru|or2.12xlarge.search,or2.16xlarge.search,or2.2xlarge.search,or2.4xlarge.search,or2.8xlarge.search,or2.large.search,or2.medium.search,or2.xlarge.search
1ebko8yg|r3.2xlarge.search,r3.4xlarge.search
1etby9g8|r3.8xlarge.search
1m7p4guw|r3.large.search,r3.xlarge.search
1qp6taag|r4.16xlarge.search,r4.2xlarge.search,r4.4xlarge.search,r4.8xlarge.search,r4.large.search,r4.xlarge.search
1mqkdk6g|r6gd.12xlarge.search,r6gd.16xlarge.search,r6gd.2xlarge.search,r6gd.4xlarge.search,r6gd.8xlarge.search,r6gd.large.search,r6gd.xlarge.search
1r4yopa7|r7gd.12xlarge.search,r7gd.16xlarge.search,r7gd.2xlarge.search,r7gd.4xlarge.search,r7gd.8xlarge.search,r7gd.large.search,r7gd.medium.search,r7gd.xlarge.search
1qyaz6yk|r7i.12xlarge.search,r7i.16xlarge.search,r7i.2xlarge.search,r7i.4xlarge.search,r7i.8xlarge.search,r7i.large.search,r7i.xlarge.search
1r2p569m|r8g.12xlarge.search,r8g.16xlarge.search,r8g.2xlarge.search,r8g.4xlarge.search,r8g.8xlarge.search,r8g.large.search,r8g.medium.search,r8g.xlarge.search
1eu152qj|r8gd.12xlarge.search,r8gd.16xlarge.search,r8gd.2xlarge.search,r8gd.4xlarge.search,r8gd.8xlarge.search,r8gd.large.search,r8gd.medium.search,r8gd.xlarge.search
1qp6qh5k|t2.medium.search,t2.small.search
1qo2mhco|t2.micro.search
`,
  },
  {
    type: 'AWS::Redshift::Cluster',
    path: 'NodeType',
    regions: '1r4zlr7j',
    classes: `
1qtvzz7j|dc2.8xlarge,dc2.large
1qyaz0n3|rg.12xlarge,rg.4xlarge,rg.large,rg.xlarge
`,
  },
  {
    type: 'AWS::AmazonMQ::Broker',
    path: 'HostInstanceType',
    regions: '1r4zlr7j',
    classes: `
1mq0mst4|mq.m4.large
1r4zlkvv|mq.m5.2xlarge,mq.m5.4xlarge,mq.m5.large,mq.m5.xlarge
1r4x2gan|mq.m7g.12xl,mq.m7g.16xl,mq.m7g.2xl,mq.m7g.4xl,mq.m7g.8xl,mq.m7g.large,mq.m7g.medium,mq.m7g.xlarge
6bo|mq.m7i.2xl,mq.m7i.4xl,mq.m7i.large,mq.m7i.xlarge
1mr4l6c8|mq.t2.micro
1r4zlkvz|mq.t3.micro
`,
  },
] as const;
