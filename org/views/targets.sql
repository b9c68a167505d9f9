-- Which definition each reference means, by key: a row says that what `application` refers to by (kind, type, name,
-- target_account, target_region) is what `provider` defines by (kind, type, name, scope, account,
-- region).
-- `certain`: account and region are known on both sides as far as the name is unique over them. Where something is not
-- known, the definition may be meant; then one's own comes first, and none is a candidate beside a certain one.
WITH
wanted AS (
  SELECT DISTINCT application, kind, type, name, target_account, target_region FROM used
  UNION
  SELECT DISTINCT application, kind, type, name, target_account, target_region FROM newly_used
),
offered AS (
  SELECT DISTINCT application AS provider, kind, type, name, scope, account, region FROM defined
),
exact AS (
  SELECT w.*, o.provider, o.scope, o.account, o.region
  FROM wanted w
  JOIN offered o ON o.kind = w.kind AND o.type = w.type AND o.name = w.name AND o.account = w.target_account AND o.region = w.target_region
  WHERE o.scope = 'region' AND o.account <> '' AND o.region <> ''
  UNION ALL
  SELECT w.*, o.provider, o.scope, o.account, o.region
  FROM wanted w
  JOIN offered o ON o.kind = w.kind AND o.type = w.type AND o.name = w.name AND o.account = w.target_account
  WHERE o.scope = 'account' AND o.account <> ''
  UNION ALL
  SELECT w.*, o.provider, o.scope, o.account, o.region
  FROM wanted w
  JOIN offered o ON o.kind = w.kind AND o.type = w.type AND o.name = w.name
  WHERE o.scope = 'global'
),
resolved AS (
  SELECT DISTINCT application, kind, type, name, target_account, target_region FROM exact
),
open_keys AS (
  SELECT w.*
  FROM wanted w
  LEFT JOIN resolved x
    ON x.application = w.application AND x.kind = w.kind AND x.type = w.type AND x.name = w.name
    AND x.target_account = w.target_account AND x.target_region = w.target_region
  WHERE x.application IS NULL
),
candidates AS (
  SELECT
    w.*, o.provider, o.scope, o.account, o.region,
    MAX(CASE WHEN o.provider = w.application THEN 1 ELSE 0 END) OVER (
      PARTITION BY w.application, w.kind, w.type, w.name, w.target_account, w.target_region
    ) AS has_own
  FROM open_keys w
  JOIN offered o ON o.kind = w.kind AND o.type = w.type AND o.name = w.name
  WHERE (o.account = '' OR w.target_account = '' OR o.account = w.target_account)
    AND (o.scope = 'account' OR o.region = '' OR w.target_region = '' OR o.region = w.target_region)
)
SELECT
  application, kind, type, name, target_account, target_region,
  provider, scope, account, region, TRUE AS certain
FROM exact
UNION ALL
SELECT
  application, kind, type, name, target_account, target_region,
  provider, scope, account, region, FALSE AS certain
FROM candidates
WHERE has_own = 0 OR provider = application
