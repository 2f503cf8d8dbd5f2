-- For people and their tools: decimals and timestamps instead of millionths and milliseconds.
-- Sums are exact, with six decimals.

CREATE VIEW v_orders AS
SELECT
  account_id,
  order_id,
  to_timestamp(order_date / 1000.0) AS order_date,
  region,
  order_status,
  purchase_order_number,
  currency,
  sub_total_micros * 0.000001 AS sub_total,
  shipping_and_handling_micros * 0.000001 AS shipping_and_handling,
  promotion_micros * 0.000001 AS promotion,
  tax_micros * 0.000001 AS tax,
  net_total_micros * 0.000001 AS net_total,
  quantity,
  buyer_name,
  buyer_email,
  buyer_group,
  approver_name,
  approver_email,
  legal_entity,
  to_timestamp(as_of / 1000.0) AS as_of
FROM business_order;

CREATE VIEW v_order_lines AS
SELECT
  l.account_id,
  l.order_id,
  l.line_no,
  to_timestamp(l.order_date / 1000.0) AS order_date,
  o.region,
  o.order_status,
  o.purchase_order_number,
  l.purchase_order_line_item,
  l.asin,
  l.title,
  l.category,
  l.unspsc,
  l.brand_name,
  l.manufacturer_name,
  l.seller_name,
  l.quantity,
  l.currency,
  l.unit_price_micros * 0.000001 AS unit_price,
  l.sub_total_micros * 0.000001 AS sub_total,
  l.tax_micros * 0.000001 AS tax,
  l.net_total_micros * 0.000001 AS net_total
FROM business_order_line l
JOIN business_order o ON o.account_id = l.account_id AND o.order_id = l.order_id;
