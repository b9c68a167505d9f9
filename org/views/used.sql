-- What the newest commits refer to across the borders of their stacks. A type, account or region that is not known is ''.
-- Columns: application, stack, kind, type, name, target_account, target_region, logical_id, construct, property, file, line,
-- strength, certain.
SELECT DISTINCT
  r.application, r.stack, r.kind,
  COALESCE(r.type, '') AS type,
  r.name,
  COALESCE(r.target_account, '') AS target_account,
  COALESCE(r.target_region, '') AS target_region,
  r.logical_id, r.construct, r.property, r.file, r.line, r.strength,
  COALESCE(r.certain, FALSE) AS certain
FROM indexed_references r
JOIN applications a ON a.application = r.application AND COALESCE(a.commit, '') = COALESCE(r.commit, '')
WHERE r.name IS NOT NULL
