-- Which names do two applications define where there can be one only?
--
-- Rows: one for each definition (or stack) of such a name; rows with one (kind, type, name, account, region) belong together.
-- `applications`: how many define it.
--
-- Proof: the accounts and regions over which the name is unique are known, and equal. What one application defines twice is
-- for the checks of that application.
WITH
named AS (
  SELECT application, stack, kind, type, name, scope, account, region, logical_id, construct, file, line
  FROM defined
  WHERE exclusive
    AND (scope = 'global' OR account <> '')
    AND (scope <> 'region' OR region <> '')
  UNION ALL
  SELECT
    application, stack, 'stack' AS kind, 'AWS::CloudFormation::Stack' AS type, stack_name AS name, 'region' AS scope,
    account, region, NULL AS logical_id, NULL AS construct, NULL AS file, NULL AS line
  FROM stacks
  WHERE nested_in IS NULL AND stack_name IS NOT NULL AND account <> '' AND region <> ''
),
twice AS (
  SELECT kind, type, name, scope, account, region, COUNT(DISTINCT application) AS applications
  FROM named
  GROUP BY kind, type, name, scope, account, region
  HAVING COUNT(DISTINCT application) > 1
)
SELECT
  n.kind,
  NULLIF(n.type, '') AS type,
  n.name, n.scope,
  NULLIF(n.account, '') AS account,
  NULLIF(n.region, '') AS region,
  t.applications, n.application, a.owner, a.repository, n.stack, n.logical_id, n.construct, n.file, n.line
FROM named n
JOIN twice t
  ON t.kind = n.kind AND t.type = n.type AND t.name = n.name
  AND t.scope = n.scope AND t.account = n.account AND t.region = n.region
JOIN applications a ON a.application = n.application
