-- Which stacks of one application need which stacks of another?
--
-- Rows: one for each pair of stacks of two applications, from the one that refers (`application`, `stack`) to the one that
-- defines (`provider`, `provider_stack`). `reference_count`: how many references; `blocking`: how many of them keep
-- CloudFormation from removing what they name (Fn::ImportValue); `certain`: whether account and region of at least one are known.
-- Cycles and the order of deployment follow from these rows: recursion over them is not in all engines.
--
-- Proof: `targets`.
SELECT
  u.application, u.stack, d.application AS provider, d.stack AS provider_stack,
  COUNT(*) AS reference_count,
  COUNT(CASE WHEN u.strength = 'blocks' THEN 1 END) AS blocking,
  MAX(CASE WHEN t.certain AND u.certain THEN 1 ELSE 0 END) = 1 AS certain
FROM used u
JOIN targets t
  ON t.application = u.application AND t.kind = u.kind AND t.type = u.type AND t.name = u.name
  AND t.target_account = u.target_account AND t.target_region = u.target_region
JOIN defined d
  ON d.application = t.provider AND d.kind = t.kind AND d.type = t.type AND d.name = t.name
  AND d.scope = t.scope AND d.account = t.account AND d.region = t.region
WHERE t.provider <> t.application
GROUP BY u.application, u.stack, d.application, d.stack
