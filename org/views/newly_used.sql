-- What the changed applications refer to after the change. A type, account or region that is not known is ''.
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
FROM changed_references r
WHERE r.name IS NOT NULL
