-- For people and their tools, on every engine: decimals of the currency instead of millionths, timestamps
-- instead of milliseconds, months to group by. These views take the place of those of V2, V5 and V7 and
-- keep their columns. docs/queries.md says what they show.

DROP VIEW v_orders;
DROP VIEW v_order_lines;
DROP VIEW v_transactions;
DROP VIEW v_transaction_lines;
DROP VIEW v_seller_orders;

CREATE VIEW v_orders AS
SELECT
  account_id,
  order_id,
  ${instant_of}order_date${as_instant} AS order_date,
  ${month_of}order_date${as_month} AS order_month,
  region,
  order_status,
  purchase_order_number,
  currency,
  sub_total_micros${in_units} AS sub_total,
  shipping_and_handling_micros${in_units} AS shipping_and_handling,
  promotion_micros${in_units} AS promotion,
  tax_micros${in_units} AS tax,
  net_total_micros${in_units} AS net_total,
  quantity,
  buyer_name,
  buyer_email,
  buyer_group,
  approver_name,
  approver_email,
  legal_entity,
  ${instant_of}as_of${as_instant} AS as_of
FROM business_order;

CREATE VIEW v_order_lines AS
SELECT
  l.account_id,
  l.order_id,
  l.line_no,
  ${instant_of}l.order_date${as_instant} AS order_date,
  ${month_of}l.order_date${as_month} AS order_month,
  o.region,
  o.order_status,
  o.purchase_order_number,
  o.legal_entity,
  o.buyer_group,
  o.buyer_name,
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
  l.unit_price_micros${in_units} AS unit_price,
  l.sub_total_micros${in_units} AS sub_total,
  l.tax_micros${in_units} AS tax,
  l.net_total_micros${in_units} AS net_total
FROM business_order_line l
JOIN business_order o ON o.account_id = l.account_id AND o.order_id = l.order_id;

CREATE VIEW v_transactions AS
SELECT
  account_id,
  transaction_id,
  transaction_type,
  ${instant_of}transaction_date${as_instant} AS transaction_date,
  ${instant_of}feed_date${as_instant} AS feed_date,
  ${month_of}feed_date${as_month} AS feed_month,
  marketplace_id,
  currency,
  amount_micros${in_units} AS amount,
  payment_instrument_type,
  payment_instrument_last4,
  charge_identifier,
  invoice_number,
  legal_entity,
  buyer_group,
  buyer_name,
  buyer_email,
  payer_name,
  payer_email,
  ${instant_of}as_of${as_instant} AS as_of
FROM purchase_transaction;

CREATE VIEW v_transaction_lines AS
SELECT
  l.account_id,
  t.transaction_id,
  t.transaction_type,
  l.line_no,
  ${instant_of}t.transaction_date${as_instant} AS transaction_date,
  ${instant_of}l.feed_date${as_instant} AS feed_date,
  ${month_of}l.feed_date${as_month} AS feed_month,
  t.legal_entity,
  t.buyer_group,
  t.buyer_name,
  l.order_id,
  l.order_line_item_id,
  l.purchase_order_number,
  l.purchase_order_line_item_id,
  l.asin,
  l.title,
  l.unspsc,
  l.quantity,
  l.merchant_name,
  l.shipment_id,
  ${instant_of}l.shipment_date${as_instant} AS shipment_date,
  l.refund_reason,
  l.budget_id,
  l.tax_rate,
  l.currency,
  l.unit_price_micros${in_units} AS unit_price,
  l.total_micros${in_units} AS total,
  l.principal_micros${in_units} AS principal,
  l.shipping_micros${in_units} AS shipping,
  l.regulatory_fee_micros${in_units} AS regulatory_fee,
  l.gift_wrapping_micros${in_units} AS gift_wrapping,
  l.discount_micros${in_units} AS discount,
  l.tax_micros${in_units} AS tax
FROM purchase_transaction_line l
JOIN purchase_transaction t
  ON t.account_id = l.account_id AND t.transaction_key = l.transaction_key;

CREATE VIEW v_seller_orders AS
SELECT
  account_id,
  amazon_order_id,
  ${instant_of}purchase_date${as_instant} AS purchase_date,
  ${month_of}purchase_date${as_month} AS purchase_month,
  ${instant_of}last_update_date${as_instant} AS last_update_date,
  order_status,
  marketplace_id,
  seller_order_id,
  fulfillment_channel,
  sales_channel,
  payment_method,
  easy_ship_status,
  invoice_status,
  supply_source_id,
  store_id,
  is_ispu,
  ${instant_of}earliest_ship${as_instant} AS earliest_ship,
  ${instant_of}latest_ship${as_instant} AS latest_ship,
  ${instant_of}earliest_delivery${as_instant} AS earliest_delivery,
  ${instant_of}latest_delivery${as_instant} AS latest_delivery,
  items_shipped,
  items_unshipped,
  currency,
  total_micros${in_units} AS total,
  buyer_email,
  buyer_name,
  ship_city,
  ship_state,
  ship_postal_code,
  ship_country,
  ${instant_of}as_of${as_instant} AS as_of
FROM seller_order;

-- What was charged for an order, a row for each charge and order: a charge may be for several orders, an
-- order may be paid in several charges.
CREATE VIEW v_charges AS
SELECT
  l.account_id,
  l.order_id,
  t.transaction_id,
  ${instant_of}t.transaction_date${as_instant} AS transaction_date,
  ${instant_of}t.feed_date${as_instant} AS feed_date,
  ${month_of}t.feed_date${as_month} AS feed_month,
  t.invoice_number,
  t.legal_entity,
  t.buyer_group,
  l.currency,
  sum(l.total_micros)${in_units} AS total,
  sum(l.principal_micros)${in_units} AS principal,
  sum(l.tax_micros)${in_units} AS tax,
  count(*) AS lines
FROM purchase_transaction_line l
JOIN purchase_transaction t
  ON t.account_id = l.account_id AND t.transaction_key = l.transaction_key
WHERE t.transaction_type = 'CHARGE'
GROUP BY l.account_id, l.order_id, t.transaction_key, t.transaction_id, t.transaction_date,
  t.feed_date, t.invoice_number, t.legal_entity, t.buyer_group, l.currency;

-- What was shipped, as the charges tell it: a row for each shipment and order.
CREATE VIEW v_shipments AS
SELECT
  l.account_id,
  l.order_id,
  l.shipment_id,
  ${instant_of}min(l.shipment_date)${as_instant} AS shipment_date,
  ${month_of}min(l.shipment_date)${as_month} AS shipment_month,
  l.currency,
  sum(l.quantity) AS quantity,
  sum(l.total_micros)${in_units} AS total,
  count(*) AS lines
FROM purchase_transaction_line l
JOIN purchase_transaction t
  ON t.account_id = l.account_id AND t.transaction_key = l.transaction_key
WHERE t.transaction_type = 'CHARGE' AND l.shipment_id IS NOT NULL
GROUP BY l.account_id, l.order_id, l.shipment_id, l.currency;
