-- What the newest commits define. A type, account or region that is not known, or has no meaning for the scope of the name, is '',
-- so that keys can be compared with '='.
-- Columns: application, stack, stack_name, kind, type, name, scope, account, region, logical_id, construct, file, line, exclusive,
-- stateful, value_hash; `account` and `region` are those over which the name is unique.
SELECT DISTINCT
  d.application, d.stack, d.stack_name, d.kind,
  COALESCE(d.type, '') AS type,
  d.name, d.scope,
  CASE WHEN d.scope = 'global' THEN '' ELSE COALESCE(d.account, '') END AS account,
  CASE WHEN d.scope = 'region' THEN COALESCE(d.region, '') ELSE '' END AS region,
  d.logical_id, d.construct, d.file, d.line, COALESCE(d.exclusive, FALSE) AS exclusive, d.stateful, d.value_hash
FROM indexed_definitions d
JOIN applications a ON a.application = d.application AND COALESCE(a.commit, '') = COALESCE(d.commit, '')
WHERE d.name IS NOT NULL
