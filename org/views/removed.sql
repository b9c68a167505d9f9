-- What a change takes away from those who refer to it: definitions that the changed applications have in the index and, after
-- the change, no longer have (`removed`), have in another stack (`moved`), or have with another value (`changed`). What
-- another application defines as well is not taken away.
-- Columns: those of `defined`, and change.
WITH
after_change AS (
  SELECT
    application, kind, type, name, scope, account, region,
    MIN(stack) AS first_stack, MAX(stack) AS last_stack,
    MIN(value_hash) AS value_hash, COUNT(DISTINCT value_hash) AS value_count
  FROM changed
  GROUP BY application, kind, type, name, scope, account, region
),
providers AS (
  SELECT kind, type, name, scope, account, region, COUNT(DISTINCT application) AS applications
  FROM defined
  GROUP BY kind, type, name, scope, account, region
),
compared AS (
  SELECT
    d.*,
    CASE
      WHEN n.application IS NULL THEN 'removed'
      WHEN n.first_stack = n.last_stack AND n.first_stack <> d.stack THEN 'moved'
      WHEN n.value_count = 1 AND n.value_hash <> d.value_hash THEN 'changed'
    END AS change
  FROM defined d
  JOIN providers p
    ON p.kind = d.kind AND p.type = d.type AND p.name = d.name
    AND p.scope = d.scope AND p.account = d.account AND p.region = d.region
  LEFT JOIN after_change n
    ON n.application = d.application AND n.kind = d.kind AND n.type = d.type AND n.name = d.name
    AND n.scope = d.scope AND n.account = d.account AND n.region = d.region
  WHERE d.application IN (SELECT application FROM changed_stacks) AND p.applications = 1
)
SELECT * FROM compared WHERE change IS NOT NULL
