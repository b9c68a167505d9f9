-- The stacks of the newest commits. An account or region that is not known at synthesis is ''.
-- Columns: application, stack, stack_name, account, region, nested_in, resources.
SELECT DISTINCT
  s.application, s.stack, s.stack_name,
  COALESCE(s.account, '') AS account,
  COALESCE(s.region, '') AS region,
  s.nested_in, s.resources
FROM indexed_stacks s
JOIN applications a ON a.application = s.application AND COALESCE(a.commit, '') = COALESCE(s.commit, '')
