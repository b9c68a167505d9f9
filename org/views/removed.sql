-- What a change takes away from those who refer to it: definitions that the changed applications have in the index and, after
-- the change, no longer have (`removed`), have in another stack (`moved`), or have with another value (`changed`).
-- Nothing is taken away that another application defines as well, or that the change may still define: an account or region
-- that is not known on either side, since synthesis was given another environment, may be the same.
-- Columns: those of `defined`, and change.
WITH
after_change AS (
  SELECT
    application, kind, type, name, scope, account, region,
    MIN(stack) AS first_stack, MAX(stack) AS last_stack, MIN(stack_name) AS stack_name,
    MIN(value_hash) AS value_hash, COUNT(DISTINCT value_hash) AS value_count
  FROM changed
  GROUP BY application, kind, type, name, scope, account, region
),
kept AS (
  SELECT DISTINCT d.application, d.kind, d.type, d.name, d.scope, d.account, d.region
  FROM defined d
  JOIN changed n
    ON n.application = d.application AND n.kind = d.kind AND n.type = d.type AND n.name = d.name AND n.scope = d.scope
  WHERE (n.account = d.account OR n.account = '' OR d.account = '')
    AND (n.region = d.region OR n.region = '' OR d.region = '')
),
others AS (
  SELECT kind, type, name, scope, account, region
  FROM defined
  WHERE (scope = 'global' OR account <> '') AND (scope <> 'region' OR region <> '')
  GROUP BY kind, type, name, scope, account, region
  HAVING COUNT(DISTINCT application) > 1
),
compared AS (
  SELECT
    d.*,
    CASE
      WHEN k.application IS NULL THEN 'removed'
      WHEN n.first_stack = n.last_stack AND n.first_stack <> d.stack AND n.stack_name <> d.stack_name THEN 'moved'
      WHEN n.value_count = 1 AND n.value_hash <> d.value_hash THEN 'changed'
    END AS change
  FROM defined d
  LEFT JOIN kept k
    ON k.application = d.application AND k.kind = d.kind AND k.type = d.type AND k.name = d.name
    AND k.scope = d.scope AND k.account = d.account AND k.region = d.region
  LEFT JOIN after_change n
    ON n.application = d.application AND n.kind = d.kind AND n.type = d.type AND n.name = d.name
    AND n.scope = d.scope AND n.account = d.account AND n.region = d.region
  LEFT JOIN others o
    ON o.kind = d.kind AND o.type = d.type AND o.name = d.name
    AND o.scope = d.scope AND o.account = d.account AND o.region = d.region
  WHERE d.application IN (SELECT application FROM changed_stacks) AND o.kind IS NULL
)
SELECT * FROM compared WHERE change IS NOT NULL
