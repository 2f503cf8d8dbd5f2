-- Orders as their sellers see them. Enumerations have the names of the wire; is_ispu is 'true' or
-- 'false', and 'false' where nobody has said; buyer_email is in lower case.
CREATE TABLE seller_order (
  account_id           ${text} NOT NULL,
  amazon_order_id      ${text} NOT NULL,
  purchase_date        BIGINT NOT NULL,
  last_update_date     BIGINT NOT NULL,
  order_status         ${text} NOT NULL,
  marketplace_id       ${text},
  seller_order_id      ${text},
  fulfillment_channel  ${text},
  sales_channel        ${text},
  payment_method       ${text},
  easy_ship_status     ${text},
  invoice_status       ${text},
  supply_source_id     ${text},
  store_id             ${text},
  is_ispu              ${text} NOT NULL,
  earliest_ship        BIGINT,
  latest_ship          BIGINT,
  earliest_delivery    BIGINT,
  latest_delivery      BIGINT,
  items_shipped        INTEGER,
  items_unshipped      INTEGER,
  currency             ${text},
  total_micros         BIGINT,
  buyer_email          ${text},
  buyer_name           ${text},
  ship_city            ${text},
  ship_state           ${text},
  ship_postal_code     ${text},
  ship_country         ${text},
  as_of                BIGINT NOT NULL,
  as_of_sequence       BIGINT NOT NULL,
  revision             BIGINT NOT NULL,
  piece_keys           ${text} NOT NULL,
  document             ${bytes} NOT NULL,
  PRIMARY KEY (account_id, amazon_order_id)
);

-- What many orders share goes on in the order of either listing.
CREATE INDEX seller_order_by_status_created
  ON seller_order (account_id, order_status, purchase_date, amazon_order_id);
CREATE INDEX seller_order_by_status_updated
  ON seller_order (account_id, order_status, last_update_date, amazon_order_id);
CREATE INDEX seller_order_by_marketplace_created
  ON seller_order (account_id, marketplace_id, purchase_date, amazon_order_id);
CREATE INDEX seller_order_by_marketplace_updated
  ON seller_order (account_id, marketplace_id, last_update_date, amazon_order_id);
CREATE INDEX seller_order_by_easy_ship_created
  ON seller_order (account_id, easy_ship_status, purchase_date, amazon_order_id)
  WHERE easy_ship_status IS NOT NULL;
CREATE INDEX seller_order_by_easy_ship_updated
  ON seller_order (account_id, easy_ship_status, last_update_date, amazon_order_id)
  WHERE easy_ship_status IS NOT NULL;

-- What few orders share is gathered and sorted.
CREATE INDEX seller_order_by_buyer_email
  ON seller_order (account_id, buyer_email) WHERE buyer_email IS NOT NULL;
CREATE INDEX seller_order_by_seller_order_id
  ON seller_order (account_id, seller_order_id) WHERE seller_order_id IS NOT NULL;
CREATE INDEX seller_order_by_supply_source
  ON seller_order (account_id, supply_source_id) WHERE supply_source_id IS NOT NULL;
CREATE INDEX seller_order_by_store
  ON seller_order (account_id, store_id) WHERE store_id IS NOT NULL;
CREATE INDEX seller_order_by_invoice_status
  ON seller_order (account_id, invoice_status) WHERE invoice_status IS NOT NULL;
CREATE INDEX seller_order_by_pick_up
  ON seller_order (account_id, is_ispu);
CREATE INDEX seller_order_by_earliest_delivery
  ON seller_order (account_id, earliest_delivery) WHERE earliest_delivery IS NOT NULL;
CREATE INDEX seller_order_by_latest_delivery
  ON seller_order (account_id, latest_delivery) WHERE latest_delivery IS NOT NULL;
