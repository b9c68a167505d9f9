-- Which references does no application define?
--
-- Rows: one for each reference that the templates name certainly, that must be to something of the organization, and that no
-- application defines where it is looked for. Exports, outputs of stacks and parameters are looked for in the account of the
-- stack itself; other things are of the organization when the account they name is one that its stacks are deployed to.
-- `elsewhere_…`: one of the definitions of that name in other accounts or regions, if there is any.
--
-- Proof: `targets` has no row for the key of the reference, not even one that is only possible.
WITH
accounts AS (
  SELECT DISTINCT account FROM stacks WHERE account <> ''
),
elsewhere AS (
  SELECT kind, type, name, application, account, region
  FROM (
    SELECT
      kind, type, name, application, account, region,
      ROW_NUMBER() OVER (PARTITION BY kind, type, name ORDER BY application, account, region) AS place
    FROM defined
  ) ranked
  WHERE place = 1
)
SELECT
  u.application, a.owner, a.repository, u.stack, u.kind,
  NULLIF(u.type, '') AS type,
  u.name,
  NULLIF(u.target_account, '') AS account,
  NULLIF(u.target_region, '') AS region,
  u.logical_id, u.construct, u.property, u.file, u.line, u.strength,
  e.application AS elsewhere_application,
  NULLIF(e.account, '') AS elsewhere_account,
  NULLIF(e.region, '') AS elsewhere_region
FROM used u
JOIN applications a ON a.application = u.application
LEFT JOIN accounts o ON o.account = u.target_account
LEFT JOIN targets t
  ON t.application = u.application AND t.kind = u.kind AND t.type = u.type AND t.name = u.name
  AND t.target_account = u.target_account AND t.target_region = u.target_region
LEFT JOIN elsewhere e ON e.kind = u.kind AND e.type = u.type AND e.name = u.name
WHERE t.application IS NULL
  AND u.certain
  AND (u.kind IN ('export', 'output', 'parameter') OR o.account IS NOT NULL)
