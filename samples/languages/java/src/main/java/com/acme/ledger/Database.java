package com.acme.ledger;

final class Database {
    static final String ENGINE = "aurora-postgresql";
    static final String VERSION = "16.6";
    static final String INSTANCE = "db.r6g.large";

    private Database() {
    }
}
