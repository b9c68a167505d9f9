-- How much is there, and how many references could be followed?
--
-- Rows: one. `resolved`: references that another application or one's own defines; `possibly_resolved`: those of them whose
-- account or region is not known.
WITH
followed AS (
  SELECT application, kind, type, name, target_account, target_region, MAX(CASE WHEN certain THEN 1 ELSE 0 END) AS certain
  FROM targets
  GROUP BY application, kind, type, name, target_account, target_region
),
counted AS (
  SELECT COUNT(*) AS reference_count, COUNT(f.application) AS resolved, COUNT(CASE WHEN f.certain = 0 THEN 1 END) AS possibly_resolved
  FROM used u
  LEFT JOIN followed f
    ON f.application = u.application AND f.kind = u.kind AND f.type = u.type AND f.name = u.name
    AND f.target_account = u.target_account AND f.target_region = u.target_region
)
SELECT
  (SELECT COUNT(*) FROM applications) AS application_count,
  (SELECT COUNT(*) FROM stacks) AS stack_count,
  (SELECT SUM(resources) FROM stacks) AS resource_count,
  (SELECT COUNT(*) FROM defined) AS definition_count,
  c.reference_count, c.resolved, c.possibly_resolved
FROM counted c
