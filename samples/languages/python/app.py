#!/usr/bin/env python3
from aws_cdk import App, Environment

from ledger.data import PrimaryDataStack, StandbyDataStack
from ledger.database import PrimaryDatabaseStack, StandbyDatabaseStack
from ledger.traffic import TrafficStack

ACCOUNT = "482731905566"
PRIMARY = Environment(account=ACCOUNT, region="us-east-1")
STANDBY = Environment(account=ACCOUNT, region="us-west-2")

app = App()

standby_data = StandbyDataStack(app, "ledger-standby-data", env=STANDBY)
primary_data = PrimaryDataStack(app, "ledger-primary-data", env=PRIMARY, standby=standby_data)

primary_database = PrimaryDatabaseStack(app, "ledger-primary-database", env=PRIMARY, key=primary_data.key)
StandbyDatabaseStack(
    app,
    "ledger-standby-database",
    env=STANDBY,
    key=standby_data.key,
    global_cluster=primary_database.global_cluster,
)

TrafficStack(app, "ledger-traffic", env=PRIMARY)

app.synth()
