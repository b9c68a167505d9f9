"""Answers the questions of a plan on Spark: views over partitioned Parquet, the same SQL files as elsewhere.

usage: answers.py PLAN, a JSON file with `master`, `tables` (name, files, columns), `views` and `questions` (name, sql), `output`
"""

import json
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql.types import BooleanType, IntegerType, StringType, StructField, StructType, TimestampNTZType

TYPES = {"text": StringType(), "integer": IntegerType(), "boolean": BooleanType(), "timestamp": TimestampNTZType()}


def main(path):
    with open(path, encoding="utf8") as file:
        plan = json.load(file)
    spark = (
        SparkSession.builder.master(plan["master"])
        .appName("organization")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    for table in plan["tables"]:
        schema = StructType([StructField(name, TYPES[type_]) for name, type_ in table["columns"]])
        # A name instead of a list of files: Spark finds the partitions itself.
        reader = spark.read.schema(schema).option("basePath", table["base"])
        frame = reader.parquet(table["files"]) if table["files"] else spark.createDataFrame([], schema)
        frame.createOrReplaceTempView(table["name"])
    for view in plan["views"]:
        spark.sql(view["sql"]).cache().createOrReplaceTempView(view["name"])
    answers = {}
    for question in plan["questions"]:
        start = time.time()
        rows = [row.asDict() for row in spark.sql(question["sql"]).collect()]
        answers[question["name"]] = {"rows": rows, "milliseconds": round((time.time() - start) * 1000)}
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    with open(plan["output"], "w", encoding="utf8") as file:
        json.dump({"version": spark.version, "executors": executors, "answers": answers}, file)
    spark.stop()


main(sys.argv[1])
