-- Who breaks, who keeps an old value, and who must deploy first when the change is deployed?
--
-- Rows: one for each reference of another application to something that the change removes, moves to another stack or gives
-- another value.
-- `outcome`: `blocked` (CloudFormation rejects the deployment of the change as long as the reference is deployed), `breaks` (the
-- next deployment or run of the one who refers fails) or `stale` (who refers keeps the old value until it is deployed again).
-- `deploy_first`: who must be deployed first, `consumer` (the one who refers, without the reference) or `provider` (the changed one).
-- `certain`: whether account and region are known on both sides, so that this very thing is meant.
--
-- Proof: an export that is imported can be neither removed nor changed, nor moved to another stack
-- (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html); everything else is read by its
-- name when the one who refers is deployed or runs.
SELECT
  CASE
    WHEN u.strength = 'blocks' THEN 'blocked'
    WHEN r.change = 'removed' THEN 'breaks'
    ELSE 'stale'
  END AS outcome,
  CASE WHEN u.strength = 'blocks' OR r.change = 'removed' THEN 'consumer' ELSE 'provider' END AS deploy_first,
  t.certain AND u.certain AS certain,
  r.change, r.kind,
  NULLIF(r.type, '') AS type,
  r.name,
  NULLIF(r.account, '') AS account,
  NULLIF(r.region, '') AS region,
  r.stateful,
  r.application AS provider, r.stack AS provider_stack, r.logical_id AS provider_logical_id,
  r.construct AS provider_construct, r.file AS provider_file, r.line AS provider_line,
  u.application, a.owner, a.repository, a.commit, u.stack, u.logical_id, u.construct, u.property, u.file, u.line
FROM removed r
JOIN targets t
  ON t.provider = r.application AND t.kind = r.kind AND t.type = r.type AND t.name = r.name
  AND t.scope = r.scope AND t.account = r.account AND t.region = r.region
JOIN used u
  ON u.application = t.application AND u.kind = t.kind AND u.type = t.type AND u.name = t.name
  AND u.target_account = t.target_account AND u.target_region = t.target_region
JOIN applications a ON a.application = u.application
WHERE u.application NOT IN (SELECT application FROM changed_stacks)
  AND (r.change <> 'moved' OR u.strength = 'blocks')
