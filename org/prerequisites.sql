-- What must be deployed before the change?
--
-- Rows: one for each reference that the change adds, and the definition of another application that it means. `provider` is
-- null when no application defines it although it must be one of the organization's.
--
-- Proof: the reference is in the change and not in the index of its application, not even for an account or region that is not
-- known; `targets`.
WITH
accounts AS (
  SELECT DISTINCT account FROM stacks WHERE account <> ''
),
known AS (
  SELECT DISTINCT n.application, n.kind, n.type, n.name, n.target_account, n.target_region
  FROM newly_used n
  JOIN used u ON u.application = n.application AND u.kind = n.kind AND u.type = n.type AND u.name = n.name
  WHERE (n.target_account = u.target_account OR n.target_account = '' OR u.target_account = '')
    AND (n.target_region = u.target_region OR n.target_region = '' OR u.target_region = '')
),
own AS (
  SELECT DISTINCT application, kind, type, name FROM changed
)
SELECT DISTINCT
  u.application, u.stack, u.kind,
  NULLIF(u.type, '') AS type,
  u.name,
  NULLIF(u.target_account, '') AS account,
  NULLIF(u.target_region, '') AS region,
  u.logical_id, u.construct, u.property, u.file, u.line, u.strength,
  t.provider, a.owner, a.repository, a.commit,
  COALESCE(t.certain, TRUE) AND u.certain AS certain
FROM newly_used u
LEFT JOIN known k
  ON k.application = u.application AND k.kind = u.kind AND k.type = u.type AND k.name = u.name
  AND k.target_account = u.target_account AND k.target_region = u.target_region
LEFT JOIN own o ON o.application = u.application AND o.kind = u.kind AND o.type = u.type AND o.name = u.name
LEFT JOIN accounts c ON c.account = u.target_account
LEFT JOIN targets t
  ON t.application = u.application AND t.kind = u.kind AND t.type = u.type AND t.name = u.name
  AND t.target_account = u.target_account AND t.target_region = u.target_region
LEFT JOIN applications a ON a.application = t.provider
WHERE k.application IS NULL
  AND o.application IS NULL
  AND (t.provider IS NULL OR t.provider <> u.application)
  AND (t.provider IS NOT NULL OR (u.certain AND (u.kind IN ('export', 'output', 'parameter') OR c.account IS NOT NULL)))
