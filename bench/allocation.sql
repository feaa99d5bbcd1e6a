-- Collected per provider, tax and rest, by month: kind 0, 1 and 2. Whole cents, whole days.
WITH level AS MATERIALIZED ( -- each payment or refund moves the money of its invoice from a to b
  SELECT e.invoice,
         (SUM(e.amount) OVER v)::BIGINT - e.amount AS a,
         (SUM(e.amount) OVER v)::BIGINT AS b,
         GREATEST(e.date, i.close) AS effective, i.tax
  FROM events e JOIN invoices i ON i.id = e.invoice
  WHERE i.close IS NOT NULL
  WINDOW v AS (PARTITION BY e.invoice ORDER BY e.date, e.seq ROWS UNBOUNDED PRECEDING)
), moved AS MATERIALIZED (
  SELECT invoice, a, b, tax, month(effective) AS month
  FROM level WHERE effective BETWEEN :from AND :to
), bucket AS ( -- each line is an interval of its invoice's money; the tax is [0, tax)
  SELECT l.invoice, l.provider,
         i.tax + (SUM(l.amount) OVER w)::BIGINT - l.amount AS lo,
         i.tax + (SUM(l.amount) OVER w)::BIGINT AS hi
  FROM lines l JOIN invoices i ON i.id = l.invoice
  WHERE l.invoice IN (SELECT invoice FROM moved)
  WINDOW w AS (PARTITION BY l.invoice ORDER BY l.date, l.seq ROWS UNBOUNDED PRECEDING)
), total AS (
  SELECT invoice, SUM(amount)::BIGINT AS net FROM lines GROUP BY invoice
), applied AS (
  SELECT k.provider, v.month,
         GREATEST(k.lo, LEAST(k.hi, v.b)) - GREATEST(k.lo, LEAST(k.hi, v.a)) AS cents
  FROM moved v JOIN bucket k ON k.invoice = v.invoice
   AND k.lo < GREATEST(v.a, v.b) AND k.hi > LEAST(v.a, v.b)
)
SELECT 0 AS kind, provider, month, SUM(cents)::BIGINT AS cents FROM applied GROUP BY ALL
UNION ALL
SELECT 1, 0, month, SUM(GREATEST(0, LEAST(tax, b)) - GREATEST(0, LEAST(tax, a)))::BIGINT
FROM moved GROUP BY month
UNION ALL
SELECT 2, 0, v.month, SUM(GREATEST(v.b - v.tax - t.net, 0) + LEAST(v.b, 0)
                        - GREATEST(v.a - v.tax - t.net, 0) - LEAST(v.a, 0))::BIGINT
FROM moved v JOIN total t ON t.invoice = v.invoice GROUP BY v.month
