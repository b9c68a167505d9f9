-- The newest commit of each application: an index may hold more than one.
-- Columns: application, commit, synthesized_at, repository, owner.
SELECT application, commit, synthesized_at, repository, owner
FROM (
  SELECT
    application, commit, synthesized_at, repository, owner,
    ROW_NUMBER() OVER (
      PARTITION BY application
      ORDER BY synthesized_at DESC NULLS LAST, commit DESC NULLS LAST, stack NULLS LAST
    ) AS place
  FROM indexed_stacks
) ranked
WHERE place = 1
